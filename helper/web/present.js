/* The presenter view: one point of the page at a time, with a clock. */

import { Countdown } from "./countdown.js";

const STEPS = { ArrowRight: 1, ArrowDown: 1, PageDown: 1, ArrowLeft: -1, ArrowUp: -1, PageUp: -1, Home: -Infinity, End: Infinity };
const SPACE = " ";

/** Offers the view where a page has points; the address with #present opens it. */
export function offerToPresent(root = document.querySelector("[data-present]")) {
  if (!root) return;
  const view = new Present(root);
  for (const start of document.querySelectorAll("[data-present-start]")) start.hidden = false;
  addEventListener("hashchange", () => view.follow());
  view.follow();
}

class Present {
  #root;
  #points;
  #at = -1;
  #clock;

  constructor(root) {
    this.#root = root;
    this.#points = [...root.querySelectorAll("[data-point]")];
    this.#clock = new Countdown(this.#part("clock"));
    this.#press("next", () => this.#show(this.#at + 1));
    this.#press("back", () => this.#show(this.#at - 1));
    this.#press("leave", () => this.#leave());
    this.#press("hide", ({ currentTarget }) => {
      const hidden = this.#part("clock").toggleAttribute("hidden");
      currentTarget.setAttribute("aria-pressed", String(hidden));
    });
    this.#press("again", () => this.#clock.start());
    addEventListener("keydown", (event) => this.#key(event));
    for (const event of ["scroll", "resize"]) addEventListener(event, () => this.#sayMore());
  }

  /** Opens or closes, as the address says. */
  follow() {
    const open = location.hash === "#present";
    if (open === this.#at >= 0) return;
    document.documentElement.classList.toggle("is-presenting", open);
    this.#part("bar").hidden = !open;
    if (open) {
      this.#clock.start();
      this.#show(0);
    } else {
      this.#end();
    }
  }

  #end() {
    this.#at = -1;
    this.#clock.stop();
    for (const point of this.#points) delete point.dataset.now;
    document.querySelector("[data-present-start] a").focus();
  }

  #leave() {
    history.replaceState(history.state, "", location.pathname + location.search);
    this.follow();
  }

  #show(number) {
    if (!this.#points[number]) return;
    this.#at = number;
    this.#points.forEach((point, each) => (point.dataset.now = String(each === number)));
    this.#part("count").textContent = `${number + 1} of ${this.#points.length}`;
    this.#part("back").disabled = number === 0;
    this.#part("next").disabled = number === this.#points.length - 1;
    const heading = this.#points[number].querySelector("h2");
    heading.tabIndex = -1;
    heading.focus({ preventScroll: true });
    scrollTo(0, 0);
    this.#sayMore();
  }

  /* Whether the bar covers the end of the point. */
  #sayMore() {
    const end = this.#points[this.#at]?.getBoundingClientRect().bottom;
    this.#part("more").dataset.more = String(end > this.#part("bar").getBoundingClientRect().top);
  }

  #key(event) {
    if (this.#at < 0 || event.ctrlKey || event.altKey || event.metaKey) return;
    const by = pointsBy(event);
    if (event.key === "Escape") this.#leave();
    else if (by && !this.#scrolls(event.key)) {
      event.preventDefault();
      this.#show(Math.min(Math.max(this.#at + by, 0), this.#points.length - 1));
    }
  }

  /* Arrows up and down read on where a point is longer than the screen; a remote control sends Page keys. */
  #scrolls(key) {
    return ["ArrowUp", "ArrowDown"].includes(key) && document.documentElement.scrollHeight > innerHeight + 1;
  }

  #part(name) {
    return this.#root.querySelector(`[data-present-${name}]`);
  }

  #press(name, act) {
    this.#part(name).addEventListener("click", act);
  }
}

/* How many points a key leads on. A button that has the focus keeps Space, and only Space goes with Shift. */
function pointsBy({ key, shiftKey, target }) {
  if (key === SPACE) return target.closest("button, summary") ? 0 : shiftKey ? -1 : 1;
  return shiftKey ? 0 : (STEPS[key] ?? 0);
}
