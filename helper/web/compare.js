/* Any two policies side by side, on the page where they are chosen; the address names the two. */

import { fill } from "./fill.js";
import { lookAtReviews } from "./review.js";
import { sideBySide } from "./side-by-side.js";

let turn = 0;

/** Shows the pair that the address names, now and whenever it names another. */
export function offerComparison(form) {
  form.hidden = false;
  form.elements.other.selectedIndex = 1;
  form.addEventListener("submit", (event) => {
    event.preventDefault();
    const wanted = `#${form.elements.one.value}+${form.elements.other.value}`;
    if (location.hash === wanted) show(form);
    else location.hash = wanted;
  });
  addEventListener("hashchange", () => show(form));
  show(form);
}

/* A pair that comes late does not take the place of one that was chosen since. */
async function show(form) {
  const mine = (turn += 1);
  const chosen = choose(form);
  const twice = chosen && chosen[0] === chosen[1];
  say(form, twice ? "twice" : "");
  if (!chosen || twice) return;
  try {
    const [one, other] = await Promise.all(chosen.map(columnAt));
    if (mine === turn) print({ one, other, sections: sideBySide(one, other) });
  } catch (reason) {
    if (mine === turn) fail(form, reason);
  }
}

function fail(form, reason) {
  console.warn(reason);
  say(form, "failed");
}

/* The page holds the words. */
function say(form, what) {
  const status = form.querySelector("[role=status]");
  status.textContent = status.dataset[what] ?? "";
}

/*
 * Sets both choices as the address says, and gives where their columns are if it names two that there
 * are. Some mail programs write + as a code.
 */
function choose({ elements }) {
  const [one, other] = location.hash.slice(1).split(/\+|%2B/i);
  for (const [list, id] of [[elements.one, one], [elements.other, other]]) {
    if ([...list.options].some(({ value }) => value === id)) list.value = id;
  }
  const named = elements.one.value === one && elements.other.value === other;
  return named ? [elements.one, elements.other].map((list) => list.selectedOptions[0].dataset.column) : null;
}

async function columnAt(address) {
  const response = await fetch(address);
  if (!response.ok) throw new Error(`${address}: ${response.status}`);
  return response.json();
}

function print(compared) {
  const result = document.querySelector("[data-compared]");
  fill(result, compared);
  for (const notice of result.querySelectorAll("[data-review]")) notice.hidden = true;
  lookAtReviews();
  result.hidden = false;
  const heading = result.querySelector("h2");
  heading.scrollIntoView();
  heading.focus();
}
