/* Who answers: the engine once it is there, until then the table of dates. */

import { converse } from "./replies.js";

/* One line each on a narrow phone, so that nothing moves when it comes. */
const FAILED = "No dates just now. The steps work.";
const NO_ENGINE = "We cannot count hours or far dates.";
const NO_FAR = "We cannot count far dates.";

/** That dates are on their way. */
export const WAIT = "Getting your dates …";

/**
 * answerAgain: gives the day that the reader gave before to a question. say: tells the reader a line; that
 * only some days are missing is left to the journey, which knows whether one is wanted.
 */
export class Sources {
  /** What is missing of the dates, in words; empty once the engine is there. */
  lack = WAIT;
  /** Whether the engine may still come. */
  engineIsDue = true;
  /** Kept once the engine is there, or will not come. */
  engineSettled;
  #table = null;
  #engine = null;
  #answerAgain;
  #say;
  #settle;

  constructor(answerAgain, say) {
    this.#answerAgain = answerAgain;
    this.#say = say;
    this.engineSettled = new Promise((settle) => (this.#settle = settle));
  }

  get isThere() {
    return Boolean(this.#engine ?? this.#table);
  }

  addTable(ask) {
    this.#table = ask;
  }

  addEngine(ask) {
    this.#engine = ask;
    this.lack = "";
    this.#endWait();
  }

  /** There is no engine: goes on without. */
  fail(reason) {
    this.#lose(reason);
    this.#endWait();
  }

  /** Answers nothing any more. */
  close() {
    this.#table = this.#engine = null;
  }

  /**
   * The reply to the answers, up to the question `stop`; null where nobody has one. What fails is not
   * asked again: after the engine the table answers, after the table nothing.
   */
  async reply(answers, stop = null) {
    const ask = this.#engine ?? this.#table;
    if (!ask) return null;
    try {
      return await converse(ask, answers, this.#answerAgain, stop);
    } catch (reason) {
      if (ask === this.#table) this.#table = null;
      if (ask === this.#engine || !this.#engine) this.#lose(reason);
      return this.reply(answers, stop);
    }
  }

  #endWait() {
    this.engineIsDue = false;
    this.#settle();
  }

  #lose(reason) {
    console.warn(reason);
    this.#engine = null;
    this.lack = this.#table?.hasAll() ? NO_FAR : NO_ENGINE;
    if (!this.#table) this.#say(FAILED);
  }
}
