/* What the reader has answered: in memory and, for a reload, in this tab's storage if it may. Nowhere else. */

import { quietly } from "./quietly.js";
import { UNKNOWN } from "./replies.js";
import { readBack } from "./typed-day.js";

const NOTHING = { trail: {}, names: {}, leads: {}, kept: {}, timed: {}, asked: {}, beside: {} };

/**
 * Answers by the state they led to, the short names of their questions, where each answer that only
 * narrows leads, each question's last answer by the question's short name, the names of those that
 * asked for the time too when they were answered, and of those for a day what a list of answers says
 * of them.
 */
export class Memory {
  #key;
  #held = structuredClone(NOTHING);

  constructor(key) {
    this.#key = key;
  }

  /** Takes back what a reload left in the tab's storage. */
  restore() {
    quietly(() => {
      const held = JSON.parse(sessionStorage.getItem(this.#key)) ?? NOTHING;
      for (const part of Object.keys(NOTHING)) this.#held[part] = { ...held[part] };
    });
  }

  forget() {
    this.#held = structuredClone(NOTHING);
    quietly(() => sessionStorage.removeItem(this.#key));
  }

  /** Whether the tab's storage holds something else: it was emptied, or another visit began. */
  get isOutdated() {
    let stored = null;
    quietly(() => (stored = sessionStorage.getItem(this.#key)));
    return stored !== JSON.stringify(this.#held);
  }

  /** Notes the answers that led to a state, and the list of answers of the reply if there is one. */
  note(state, answers, given = []) {
    this.#held.trail[state] = answers;
    this.#held.names[state] = Object.fromEntries(given.map(({ id, name }) => [id, name]));
    for (const { name, value } of given) this.#keep(name, value);
    this.#store();
  }

  /** What another part of the page keeps of this case; undefined if nothing. It goes with the answers. */
  beside(part) {
    return own(this.#held.beside, part);
  }

  keepBeside(part, value) {
    this.#held.beside[part] = value;
    this.#store();
  }

  /** The reader is about to answer a question for a day: what was kept of it goes. */
  answering({ id, name, clock, state }) {
    delete this.#held.kept[name];
    this.#held.timed[name] = clock;
    this.#held.asked[id] = { id, name, change: state };
  }

  /** The reader gives an answer that only narrows what is shown. state: where its plain link leads. */
  narrowing(id, value, state) {
    this.#held.leads[id] = { ...own(this.#held.leads, id), [value]: state };
  }

  /** Of these answers those to questions for a day, as a list of answers has them. */
  daysAmong(answers) {
    const days = Object.entries(answers).filter(([id]) => own(this.#held.asked, id));
    return days.map(([id, typed]) => ({ ...this.#held.asked[id], ...readBack(typed) }));
  }

  /**
   * The answers to a state: the choices that led there, with each question's last answer where no
   * choice hangs on it. What was put right stays so. Undefined if the state was not met.
   */
  answersTo(state) {
    const led = own(this.#held.trail, state);
    const names = own(this.#held.names, state) ?? {};
    return led && Object.fromEntries(Object.entries(led).map(([id, value]) => [id, this.#newest(id, names[id], value)]));
  }

  /** The last answer to a question of this name; undefined if there is none. */
  lastAnswer(name) {
    return own(this.#held.kept, name);
  }

  /** The last answer, if the question need not be put again: it would be only to ask for the time too. */
  answerAgain({ name, clock }) {
    const last = this.lastAnswer(name);
    return !clock || last === UNKNOWN || own(this.#held.timed, name) ? last : undefined;
  }

  #store() {
    quietly(() => sessionStorage.setItem(this.#key, JSON.stringify(this.#held)));
  }

  /* A day that has only got its time since stays as it was. */
  #newest(id, name, value) {
    const last = this.lastAnswer(name) ?? value;
    const leads = own(this.#held.leads, id) ?? {};
    const isFree = own(this.#held.asked, id) || (leads[value] && leads[value] === leads[last]);
    return isFree && !last.startsWith(`${value} `) ? last : value;
  }

  /* A question that does not ask for the time leaves the time of its day where it is. */
  #keep(name, value) {
    if (!this.lastAnswer(name)?.startsWith(`${value} `)) this.#held.kept[name] = value;
  }
}

function own(held, key) {
  return Object.hasOwn(held, key) ? held[key] : undefined;
}
