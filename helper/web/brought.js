/* The days that a link brought: listed until the reader goes on, with a way to do without them. */

import { isDay } from "./replies.js";

/**
 * Shows those of the days that were accepted, in the words of the reply; a choice that the link tried to
 * make was not. leaveOut: what its button does.
 * The line comes whole into a region that was empty, so that a screen reader says it.
 */
export function showBrought(root, days, reply, leaveOut) {
  const accepted = (reply?.answers ?? []).filter(({ id, value }) => Object.hasOwn(days, id) && isDay(value));
  if (!accepted.length) return;
  const region = root.querySelector("[data-brought]");
  const line = document.importNode(region.querySelector("template").content, true).firstElementChild;
  line.querySelector("[data-brought-days]").append(...accepted.map(itemOf));
  line.querySelector("[data-brought-out]").addEventListener("click", leaveOut, { once: true });
  region.append(line);
  for (const kind of ["click", "submit"]) root.addEventListener(kind, (event) => takeAwayOnceGone(line, event));
}

function itemOf({ name, text }) {
  const item = document.createElement("li");
  item.textContent = `${name}: ${text}`;
  return item;
}

function takeAwayOnceGone(line, { type, target }) {
  const moves = "[data-question], [data-change], [data-back], [data-restart]";
  if (type === "submit" || target.closest(moves)) line.remove();
}
