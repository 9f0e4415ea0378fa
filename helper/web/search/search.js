/* The search page. What is typed stays in the page: in no address, no request and no storage. */

import { decoded } from "../decoded.js";
import { lastVisited } from "../visited.js";
import { Everything } from "./everything.js";
import { heldFetch } from "./held.js";
import { Results } from "./results.js";
import { wordings } from "./wordings.js";

const PAUSE = 80;
const SHORTEST = 2;

const root = document.querySelector("[data-search]");
const part = (name) => root.querySelector(`[data-search-${name}]`);
const field = (name) => root.querySelector(`#search-${name}`);

const found = new Results(root, { list: part("list"), more: part("more") });
const everything = new Everything(new URL(root.dataset.root, document.baseURI));
const same = JSON.parse(root.dataset.same);
let turn = 0;
let waiting;
let first = known(lastVisited());

heldFetch.install();
begin();

function begin() {
  part("plain").hidden = true;
  part("form").hidden = false;
  chooseByAddress();
  addEventListener("hashchange", chooseByAddress);
  part("form").addEventListener("submit", submit);
  part("form").addEventListener("input", ({ target }) => changed(target));
  part("more").addEventListener("click", () => found.showMore());
  part("widen").addEventListener("click", widen);
}

/* A link from a partnership's page names it after the #. */
function chooseByAddress() {
  choose(known(decoded(location.hash.slice(1))));
}

/* The partnership of this name, empty if there is none. */
function known(name) {
  return [...field("partnership").options].some(({ value }) => value === name) ? name : "";
}

/* The partnership that was chosen last comes first among all; before any was, the one visited last. */
function choose(partnership) {
  field("partnership").value = partnership;
  first = partnership || first;
  part("own").hidden = !partnership;
  part("every").hidden = Boolean(partnership);
  everything.open(partnership).catch(() => null);
  search();
}

function changed(target) {
  clearTimeout(waiting);
  if (target !== field("partnership")) {
    waiting = setTimeout(search, target === field("words") ? PAUSE : 0);
    return;
  }
  history.replaceState(history.state, "", target.value ? `#${target.value}` : location.pathname);
  choose(target.value);
}

function submit(event) {
  event.preventDefault();
  clearTimeout(waiting);
  search().then(() => field("results").focus());
}

function widen() {
  choose("");
  field("results").focus();
}

async function search() {
  const mine = (turn += 1);
  const words = field("words").value.trim();
  part("widen").hidden = true;
  if (words.length < SHORTEST) {
    found.clear();
    return say(words && "short");
  }
  const chosen = field("partnership").value;
  say("wait");
  try {
    const index = await everything.open(chosen);
    const pages = await index.find(wordings(words, same), narrowed(), chosen ? "" : first);
    if (mine !== turn) return;
    await found.show(pages, () => mine === turn);
    if (mine === turn) tell(pages.length, chosen);
  } catch (reason) {
    if (mine === turn) fail(reason);
  }
}

function narrowed() {
  const chosen = { kind: field("kind").value, agency: field("agency").value };
  return Object.fromEntries(Object.entries(chosen).filter(([, value]) => value));
}

function tell(number, chosen) {
  part("widen").hidden = !chosen;
  say(["none", "one"][number] ?? "found", number);
}

function fail(reason) {
  console.warn(reason);
  found.clear();
  say(reason.search ?? "broken");
}

/* The page holds the words. */
function say(what, number) {
  const words = what ? root.querySelector(`[data-say=${what}]`).content.cloneNode(true) : "";
  if (number > 1) words.querySelector("[data-number]").textContent = number;
  part("status").replaceChildren(words);
}
