/* The way through a date table, as macros/date_table writes it down. */

import { UNKNOWN } from "./replies.js";
import { readDay } from "./typed-day.js";
import { Values } from "./values.js";

const TODAY = "today";

/** One set of answers on its way through a date table. */
export class Lookup {
  #held;
  #calendar;
  #answers;
  #given = [];
  #general = false;
  #early = null;
  #days = new Map();
  #values;

  constructor(held, calendar, answers, today) {
    this.#held = held;
    this.#calendar = calendar;
    this.#answers = answers;
    this.#days.set(TODAY, calendar.number(today));
    this.#values = new Values(held.listed, calendar, this.#given, (number) => this.#day(number));
  }

  /** What comes after all the answers; null where the table does not say. */
  reply() {
    const { trees, choices } = this.#held;
    let state = "start";
    while (choices[state] && !Object.hasOwn(trees, state)) {
      const { id, name, narrows, to } = choices[state];
      const value = this.#answers[id];
      if (value === undefined) return { type: "question", kind: "choice", state, id, name, narrows, answers: this.#given };
      if (!Object.hasOwn(to, value)) return null;
      const [text, next] = to[value];
      this.#given.push({ id, name, value, text, change: state });
      this.#general ||= narrows && value !== UNKNOWN;
      state = next;
    }
    return trees[state] ? this.#end(trees[state]) : null;
  }

  #end({ "": control, ...fields }) {
    const end = this.#walk(control, true);
    if (end?.error) return { type: "error", ...end.error };
    const said = end?.say === undefined ? null : this.#said(end.say);
    if (said?.type === "error") return said;
    if (this.#early) return { type: "error", ...this.#early };
    if (!this.#inRange()) return null;
    if (!end?.ok) return said;
    const reply = { type: "next_step", answers: this.#given, general: this.#general };
    for (const [path, tree] of Object.entries(fields)) {
      const { say } = this.#walk(tree);
      if (say !== undefined) put(reply, path, this.#values.of(say));
    }
    return reply;
  }

  /* Whether every day that follows from those given is in the table. */
  #inRange() {
    return this.#held.days.every((_, number) => !this.#isKnown(number) || this.#day(number) !== undefined);
  }

  #isKnown(number) {
    const day = this.#held.days[number];
    return typeof day === "string" ? this.#days.has(day) : this.#isKnown(day[1]);
  }

  #said(part) {
    const reply = this.#values.of(part);
    return reply.type === "question" ? { ...reply, answers: this.#given } : reply;
  }

  /* asking: each question of the way is answered, for the list of answers and the days. */
  #walk(tree, asking = false) {
    let node = this.#values.at(tree);
    while (Array.isArray(node)) {
      const after = typeof node[0] === "string" ? this.#answered(node, asking) : this.#compared(node, asking);
      if (after?.error) return after;
      node = this.#values.at(after);
    }
    return node;
  }

  /* A field's tree may ask what its way never came by: then any outcome serves. */
  #answered([id, part], asking) {
    const after = this.#values.at(part);
    if (!asking) return after[this.#outcome(id)] ?? Object.values(after)[0];
    const question = after[""] === undefined ? null : this.#values.of(this.#values.at(after[""]).say);
    const value = this.#answers[id];
    const option = question?.options.find((each) => each.value === value);
    const day = value === undefined || option ? null : this.#read(question, value);
    if (day?.error) return { error: { question: id, text: `${question.name}: ${day.error}` } };
    if (question && value !== undefined) this.#note(question, option ?? this.#asAnswer(day));
    return after[this.#outcome(id)];
  }

  #outcome(id) {
    return this.#days.has(id) ? "day" : (this.#answers[id] ?? "");
  }

  #read({ id, name }, typed) {
    const day = readDay(typed, this.#calendar, this.#days.get(TODAY));
    if (!day.error) this.#days.set(id, day.number);
    if (day.number < 0) this.#early ??= { question: id, text: this.#calendar.error("too_early", { name }) };
    return day;
  }

  #asAnswer({ number }) {
    const { iso, words } = number === undefined ? {} : this.#calendar.parts(number);
    return { value: iso, text: words };
  }

  #note({ id, name, state: change }, { value, text }) {
    if (!this.#given.some((each) => each.id === id)) this.#given.push({ id, name, value, text, change });
  }

  #compared([[first, other], ...after], asking) {
    const outcome = other === undefined ? this.#rest(first) : this.#order(first, other);
    return after[outcome] ?? (asking ? null : after.find((each) => each !== null));
  }

  #order(first, other) {
    const [day, against] = [this.#day(first), typeof other === "number" ? this.#day(other) : this.#calendar.number(other)];
    return day === undefined || against === undefined ? undefined : Math.sign(day - against) + 1;
  }

  #rest(first) {
    const day = this.#day(first);
    return day === undefined ? undefined : this.#calendar.kind(day);
  }

  /* The day of an expression as its number; undefined where it is not known or out of the range. */
  #day(number) {
    const day = this.#held.days[number];
    return typeof day === "string" ? this.#days.get(day) : this.#calendar.end(day[0], this.#day(day[1]));
  }
}

function put(reply, path, value) {
  const [name, part] = path.split(".");
  if (part === undefined) reply[name] = value;
  else reply[name] = { ...reply[name], [part]: value };
}
