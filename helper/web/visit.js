/* How the reader came to the page: by an entry of the history, by a link, or for the first time. */

import { showBrought } from "./brought.js";
import { exerciseOf, needsPageAnew, onItsDay, openAnew, showExercise, storageKey } from "./exercise.js";
import { followed, hideDays } from "./links.js";
import { Memory } from "./memory.js";

/* To come back to it leaves the real case of this tab; to open the helper anew does not. */
const BEGINNING = { state: "start" };

/** An entry of ours in the history means a reload or a return: then the tab's answers are taken back. */
export class Visit {
  #brought = false;
  #entry = history.state;
  #link = followed();
  #exercise = exerciseOf(this.#entry, this.#link);
  memory = new Memory(storageKey(this.#exercise));

  constructor() {
    const { mark, state } = this.#link;
    hideDays(this.#link);
    mark?.classList.add("is-here");
    if (this.isReturn) this.memory.restore();
    else this.memory.forget();
    if (this.#exercise && !this.isReturn) this.memory.note(state, this.#exercise.answers);
  }

  get isReturn() {
    return Boolean(this.#entry?.state);
  }

  /** Where to begin. */
  get state() {
    return this.#entry?.state ?? this.#link.state;
  }

  /** Whether answers are there from the start, for which only the engine has dates. */
  get hasAnswers() {
    return this.isReturn || Boolean(this.#exercise);
  }

  /** Whether anything waits for the engine. */
  get awaitsDates() {
    return this.hasAnswers || Object.keys(this.#days).length > 0;
  }

  /** What each entry of the history says beside its state. */
  get besideState() {
    return this.#exercise ? { exercise: this.#exercise.id } : {};
  }

  /** Says what the reader has to know from the start. */
  announce(root) {
    if (this.#exercise) showExercise(root, this.#exercise, () => this.#end(BEGINNING));
  }

  /** Starts again: out of an exercise, so that nobody takes its dates for those of a real case. restart: in a real case. */
  startAgain(restart) {
    if (this.#exercise) this.#end();
    else restart();
  }

  #end(entry) {
    this.memory.forget();
    openAnew("", entry);
  }

  /** Asks the engine about the day on which this visit plays. */
  asking(ask) {
    return onItsDay(ask, this.#exercise);
  }

  /** Gives the days of the link to the journey, and shows which were taken. */
  async bringDays(root, journey) {
    if (this.#brought || !Object.keys(this.#days).length) return;
    const reply = await journey.bring(this.#days);
    if (!reply) return;
    this.#brought = true;
    showBrought(root, this.#days, reply, () => openAnew(this.#link.state));
  }

  /** Whether another entry of the history is no part of this visit. */
  endsWith(entry) {
    return needsPageAnew(entry, this.#exercise, followed());
  }

  get #days() {
    return this.hasAnswers ? {} : this.#link.days;
  }
}
