/* A link to the question or the next step that is shown. */

import { linkTo } from "./links.js";
import { isDay } from "./replies.js";
import { copyText, refused } from "./save.js";

const COPIED = "The link is copied.";

/** A button that copies the link; the days are in it only if the reader ticks so. */
export function offerLink(root) {
  const box = root.querySelector("[data-share]");
  let here = {};
  document.addEventListener("arrive", ({ detail }) => {
    here = detail;
    show(box, here);
  });
  box.querySelector("button").addEventListener("click", () => copyLink(box, here));
}

/* The tick goes with every move: it holds for one link. */
function show(box, { reply, answers }) {
  const { type } = reply ?? {};
  const step = type ? type === "next_step" : !document.querySelector(".is-shown[data-kind=question]");
  box.hidden = false;
  box.querySelector("[data-share-step]").hidden = !step;
  box.querySelector("[data-share-question]").hidden = step;
  box.querySelector("[data-share-days]").hidden = !Object.values(answers).some(isDay);
  box.querySelector("[type=checkbox]").checked = false;
  box.querySelector("[data-by-hand]").hidden = true;
  say(box, "");
}

async function copyLink(box, { state, answers, reply }) {
  const days = box.querySelector("[type=checkbox]").checked ? answers : {};
  const copied = await copyText(linkTo({ state, reply, answers, days }), box.querySelector("[data-by-hand]"));
  say(box, copied ? COPIED : refused("link"));
}

function say(box, text) {
  box.querySelector("[role=status]").textContent = text;
}
