/* What every page does with a script: its age, its review, its print button, whose it is. */

import { onPress } from "./press.js";
import { stampPaper } from "./printed.js";
import { watchReview } from "./review.js";
import { sayHowOld } from "./saved.js";
import { noteVisited } from "./visited.js";

/** Before anything that only some pages do. */
export function prepare() {
  for (const part of document.querySelectorAll("[data-print], [data-print-row]")) part.hidden = false;
  onPress("[data-print]", () => print());
  sayHowOld();
  watchReview();
  stampPaper();
  noteVisited();
}
