/* A policy whose day of review is over says so, in a saved copy and on a page that stays open too. */

import { onNewDay, today } from "./today.js";

const MINUTE = 60_000;

/** Shows the notice from the day after the review on, by the reader's clock. The page holds the words. */
export function watchReview() {
  const notices = document.querySelectorAll("[data-review][hidden]");
  const look = () => notices.forEach((notice) => (notice.hidden = today() <= notice.dataset.review));
  if (!notices.length) return;
  look();
  onNewDay(look);
  setInterval(look, MINUTE);
}
