/* What the reader has answered: in memory and, for a reload, in this tab's storage if it may. Nowhere else. */

import { quietly } from "./quietly.js";
import { UNKNOWN } from "./replies.js";
import { readBack } from "./typed-day.js";

const NOTHING = { trail: {}, kept: {}, timed: {}, asked: {}, beside: {} };

/**
 * Answers by the state they led to, each question's last answer by the question's short name, the
 * names of those that asked for the time too when they were answered, and of those for a day what a
 * list of answers says of them.
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

  /** Of these answers those to questions for a day, as a list of answers has them. */
  daysAmong(answers) {
    const days = Object.entries(answers).filter(([id]) => own(this.#held.asked, id));
    return days.map(([id, typed]) => ({ ...this.#held.asked[id], ...readBack(typed) }));
  }

  /** The answers that led to a state; undefined if it was not met. */
  answersTo(state) {
    return own(this.#held.trail, state);
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

  /* A question that does not ask for the time leaves the time of its day where it is. */
  #keep(name, value) {
    if (!this.lastAnswer(name)?.startsWith(`${value} `)) this.#held.kept[name] = value;
  }
}

function own(held, key) {
  return Object.hasOwn(held, key) ? held[key] : undefined;
}
