/* What paper says of itself: on which day it was printed. */

import { dayMonthYear } from "./today.js";

/** Stamps the page each time that it is printed: a page may stay open for days. */
export function stampPaper() {
  addEventListener("beforeprint", () => document.querySelectorAll("[data-printed-day]").forEach(stamp));
}

function stamp(day) {
  day.textContent = dayMonthYear(new Date());
  day.closest("[data-printed]").hidden = false;
}
