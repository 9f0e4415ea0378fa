/* The script of every page but the helper's, which has its own: helper.js. */

import { offerComparison } from "./compare.js";
import { prepare } from "./every-page.js";
import { prepareExit } from "./exit.js";
import { findAreas } from "./find.js";
import { whenIdle } from "./idle.js";
import { offerToPresent } from "./present.js";
import { keepPages } from "./saved.js";
import { offerDay } from "./which.js";

prepare();
offerToPresent();
findAreas();
prepareExit();
whenIdle(() => keepPages());
const choice = document.querySelector("[data-compare]");
if (choice) offerComparison(choice);
const which = document.querySelector("[data-which]");
if (which) offerDay(which);
