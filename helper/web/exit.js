/* Quick exit: to another site at once, with nothing left in this tab. */

import { quietly } from "./quietly.js";
import { ShiftPresses } from "./shift.js";

/** Makes the link leave without a trace, and Shift do the same. forget: empties the page's own memory. */
export function prepareExit(forget = () => {}) {
  const link = document.querySelector("[data-exit]");
  if (!link) return;
  const go = () => leave(link.href, forget);
  link.addEventListener("click", (event) => {
    event.preventDefault();
    go();
  });
  for (const hint of document.querySelectorAll("[data-exit-keys]")) hint.hidden = false;
  const status = document.querySelector("[data-exit-status]");
  new ShiftPresses(go, (text) => (status.textContent = text)).listen();
}

/** Calls back when Back brings the page as the browser kept it, not loaded anew. */
export function onReturn(callback) {
  addEventListener("pageshow", ({ persisted }) => persisted && callback());
}

/*
 * What is under way may write until the page is gone, so it is cleared twice. Each part goes even where
 * the browser refuses another.
 */
function leave(address, forget) {
  document.documentElement.hidden = true;
  document.title = new URL(address).host;
  const clear = () => [forget, () => sessionStorage.clear(), () => localStorage.clear()].forEach(quietly);
  clear();
  addEventListener("pagehide", clear);
  onReturn(() => location.reload());
  location.replace(address);
}
