/* Whose pages were opened last in this tab, for the search. Quick exit forgets it with all that the tab keeps. */

import { quietly } from "./quietly.js";

const KEY = "visited";

/** A partnership's page names it where its header leads to the search. */
export function noteVisited() {
  const link = document.querySelector(".eg-header__search");
  if (link?.hash) quietly(() => sessionStorage.setItem(KEY, link.hash.slice(1)));
}

/** The partnership's name, empty if none was opened or the browser keeps nothing. */
export function lastVisited() {
  let name = "";
  quietly(() => (name = sessionStorage.getItem(KEY) ?? ""));
  return name;
}
