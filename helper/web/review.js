/* A policy whose day of review is over says so, in a saved copy and on a page that stays open too. */

import { onNewDay, today } from "./today.js";

const MINUTE = 60_000;

/** Shows the notices from the day after the review on, by the reader's clock. The page holds the words. */
export function watchReview() {
  if (!document.querySelector("[data-review][hidden]")) return;
  lookAtReviews();
  onNewDay(lookAtReviews);
  setInterval(lookAtReviews, MINUTE);
}

/** The same at once, for a notice that has just been given its day; without one it stays hidden. */
export function lookAtReviews() {
  const day = today();
  for (const notice of document.querySelectorAll("[data-review][hidden]")) {
    notice.hidden = !notice.dataset.review || day <= notice.dataset.review;
  }
}
