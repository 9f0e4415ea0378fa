/* The days that a link brought: listed until the reader goes on, with a way to do without them. */

/** Shows those of the days that were accepted, in the words of the reply. leaveOut: what its button does. */
export function showBrought(root, days, reply, leaveOut) {
  const line = root.querySelector("[data-brought]").firstElementChild;
  const accepted = (reply?.answers ?? []).filter(({ id, value }) => Object.hasOwn(days, id) && isDay(value));
  line.querySelector("[data-brought-days]").replaceChildren(...accepted.map(inWords));
  line.hidden = accepted.length === 0;
  line.querySelector("[data-brought-out]").addEventListener("click", leaveOut, { once: true });
  for (const kind of ["click", "submit"]) root.addEventListener(kind, (event) => hideOnceGone(line, event));
}

/* A choice that the link tried to make was not taken. */
function isDay(value) {
  return /^\d{4}-/.test(value);
}

function inWords({ name, text }) {
  const item = document.createElement("li");
  item.textContent = `${name}: ${text}`;
  return item;
}

function hideOnceGone(line, { type, target }) {
  const moves = "[data-question], [data-change], [data-back], [data-restart]";
  if (type === "submit" || target.closest(moves)) line.hidden = true;
}
