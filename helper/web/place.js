/* Where the reader is: the state, the answers that led there, and the section that shows it. */

import { UNKNOWN } from "./replies.js";

/** reply: what the engine said; null where the section is shown as the page has it. */
export class Place {
  state = "";
  answers = {};
  reply = null;
  #sections;
  #memory;
  #besideState;

  /* besideState: what each entry of the history says beside its state. */
  constructor(sections, memory, besideState) {
    this.#sections = sections;
    this.#memory = memory;
    this.#besideState = besideState;
  }

  arrive(state, answers, reply = null) {
    Object.assign(this, { state, answers, reply });
    this.#memory.note(state, answers, reply?.answers ?? this.uncounted);
    this.#sections.show(state, answers, reply, this.uncounted);
    if (reply?.kind === "date") this.#sections.fillDay(this.#memory.lastAnswer(reply.name));
    document.dispatchEvent(new CustomEvent("arrive", { detail: this }));
  }

  /** Puts the name of the state, and nothing else, into the history: no answer, no day. */
  record(push) {
    const change = push ? "pushState" : "replaceState";
    history[change](this.entryOf(this.state), "", `#${this.state}`);
  }

  /** What an entry of the history says of a state. */
  entryOf(state) {
    return { state, ...this.#besideState };
  }

  /** The answers that lead to a state: the reader's own, otherwise those of the page. */
  answersTo(state) {
    return this.#memory.answersTo(state) ?? this.#sections.answersTo(state);
  }

  /** The days given that nothing is counted from: there is no reply to them. */
  get uncounted() {
    return this.reply ? [] : this.#memory.daysAmong(this.answers);
  }

  /** Whether the page shows a next step for other answers than the reader's. */
  get isOfOthers() {
    const page = JSON.stringify(this.#sections.answersTo(this.state));
    return !this.reply && !this.#sections.asks && JSON.stringify(this.answers) !== page;
  }

  /** Whether a link named a question about a day, which nobody has put yet. */
  get awaitsDay() {
    return !this.reply && !this.#sections.has(this.state);
  }

  /** Whether another day is asked for than this state does. */
  asksAnother(state) {
    return this.reply?.kind === "date" && this.state !== state;
  }

  /** The answers after the one to this question, without those that are days. */
  choicesAfter(id) {
    const given = this.reply?.answers ?? [];
    const after = given.slice(given.findIndex((each) => each.id === id) + 1);
    const choices = after.filter(({ change }) => this.#sections.has(change));
    return Object.fromEntries(choices.map((each) => [each.id, each.value]));
  }

  /**
   * The answer about a day that may be given anew: the first that was not known, otherwise the first.
   * Its question has no section, as only the engine asks for days.
   */
  get dayAnswered() {
    const days = (this.reply?.answers ?? []).filter(({ change }) => !this.#sections.has(change));
    return days.find(({ value }) => value === UNKNOWN) ?? days[0];
  }

  /** Whether a day that is missing was asked for and not known. */
  get dayUnknown() {
    return this.dayAnswered?.value === UNKNOWN;
  }
}
