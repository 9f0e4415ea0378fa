/*
 * The engine's answers as the build wrote them down: found by looking up, nothing is worked out here.
 * What the table holds is said at macros/date_table/table.py.
 */

import { Lookup } from "./lookup.js";
import { TableDays } from "./table-days.js";
import { today } from "./today.js";
import { fromList } from "./values.js";

/** A function that asks the table at an address, about today or a given day. hasAll: whether it leaves no limit to the engine. */
export async function loadTable(address) {
  const response = await fetch(address);
  if (!response.ok) throw new Error(`${address}: ${response.status}`);
  const table = new DateTable(await response.json());
  table.ask({}, today()); // whatever else came in its place fails here, not later
  return Object.assign((answers, day = today()) => table.ask(answers, day), { hasAll: () => table.hasAll });
}

/** Answers for one policy, for every day of the table's range. */
export class DateTable {
  #held;
  #calendar;

  constructor(held) {
    this.#held = held;
    this.#calendar = new TableDays(held);
  }

  get hasAll() {
    return Object.values(this.#held.trees).every((trees) => trees && this.#isWhole(trees[""]));
  }

  /* Whether every way of a control tree ends in a reply: an end that says nothing is the engine's. */
  #isWhole(part) {
    const node = fromList(this.#held.listed, part);
    if (!Array.isArray(node)) return Object.keys(node).length > 0;
    return this.#after(node).every((after) => after === null || this.#isWhole(after));
  }

  #after([asked, ...after]) {
    if (typeof asked !== "string") return after;
    return Object.values(fromList(this.#held.listed, after[0]));
  }

  /**
   * What the engine would reply to these answers; of a next step only what the page's own section
   * does not say. general: what holds for everybody, where an answer narrows it. null where only the
   * engine knows: a time of day, a day outside the range.
   */
  ask(answers, today) {
    return new Lookup(this.#held, this.#calendar, answers, today).reply();
  }
}
