/* The values of a date table, with holes where a day or the reader's own answers belong. */

import { UNKNOWN } from "./replies.js";

/** What stands at a place of a table's list, for a number; anything else is there already. */
export function fromList(listed, part) {
  return typeof part === "number" ? listed[part] : part;
}

/**
 * listed: what goes by its number elsewhere. given: the answers. dayOf: gives the number of the day of an
 * expression.
 */
export class Values {
  #listed;
  #days;
  #given;
  #dayOf;

  constructor(listed, days, given, dayOf) {
    this.#listed = listed;
    this.#days = days;
    this.#given = given;
    this.#dayOf = dayOf;
  }

  /** A value with its holes filled. */
  of(part) {
    const value = this.at(part);
    if (Array.isArray(value)) return value.map((each) => this.of(each));
    if (value === null || typeof value !== "object") return value;
    if ("$" in value) return this.#days.parts(this.#dayOf(value.$));
    if ("$t" in value) return value.$t.map((part) => this.#part(part)).join("");
    if ("$n" in value) return this.#counting(value.$n);
    if ("$a" in value) return this.#answersBut(value.$a);
    return Object.fromEntries(Object.entries(value).map(([key, each]) => [key, this.of(each)]));
  }

  at(part) {
    return fromList(this.#listed, part);
  }

  #part(part) {
    if (typeof part === "string") return part;
    const [day, name] = [this.#dayOf(part[0]), part[1]];
    return name === "rest" ? this.#days.why(day) : this.#days.parts(day)[name];
  }

  #answersBut(left) {
    const known = this.#given.filter(({ id, value }) => !left.includes(id) && value !== UNKNOWN);
    return known.map(({ name, text }) => `${name}: ${text}`).join("\n");
  }

  #counting([start, end, first, whatever, marks]) {
    const said = marks.map(([day, words]) => [this.#dayOf(day), words]);
    return this.#days.rows(this.#dayOf(start), this.#dayOf(end), first, whatever, said);
  }
}
