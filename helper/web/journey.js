/* One reader's way through the helper: from answers to the section that is shown. */

import { AboutLink } from "./about-link.js";
import { ANEW, BACK, FURTHER, ONWARD, TRAVEL } from "./moves.js";
import { offerDates } from "./offer.js";
import { AT, before, fits, isError, valuesOf } from "./replies.js";
import { Sources, WAIT } from "./sources.js";
import { near, timeNow } from "./today.js";
import { isToCome } from "./typed-day.js";

/* One line each on a narrow phone, so that nothing moves when it comes. */
const IN_THE_PAST = "give a time in the past.";
const NEW_DAY = "Counted again for today.";
const READY = "Dates can be worked out now.";

/** Asks who can answer; where nobody has a reply, the page's own sections are shown. */
export class Journey {
  #here;
  #sections;
  #memory;
  #say;
  #sources;
  #aboutLink = new AboutLink();
  #moves = 0;
  #unanswered = false;
  #waiting = null;
  #later = {};

  constructor(here, sections, memory, say) {
    this.#here = here;
    this.#sections = sections;
    this.#memory = memory;
    this.#say = (text) => say(`${this.#aboutLink.line} ${text}`.trim());
    this.#sources = new Sources((question) => memory.answerAgain(question), this.#say);
  }

  /** Shows a state, the first where there is none of that name, and says so; nothing is added to the history. */
  begin(wanted) {
    const state = this.#sections.nearest(wanted) ? wanted : this.#sections.first;
    if (wanted && state !== wanted) this.#aboutLink.isNotKnown();
    if (this.#aboutLink.line) this.#say("");
    this.#here.arrive(state, this.#here.answersTo(state));
    if (this.#here.awaitsDay) this.#aboutLink.names(state);
    history.replaceState(this.#here.entryOf(state), "");
  }

  /** Adds days that a link brought; the first that the engine refuses is asked for, with its words. */
  async bring(days) {
    const { answers, state } = this.#here;
    await this.#moveOn({ ...days, ...answers }, state, FURTHER);
    return this.#here.reply;
  }

  /** The table of dates is there. again: the reader was here before, and gets the days back. */
  withTable(ask, again) {
    this.#sources.addTable(ask);
    return this.#live(again);
  }

  /** The engine is there; what the table said to everybody it says anew for this reader. */
  withEngine(ask, again) {
    this.#sources.addEngine(ask);
    if (this.#waiting === this.#moves) return null;
    const { reply } = this.#here;
    return this.#live(reply ? reply.general : again);
  }

  /** Another day has begun: a next step is worked out anew for it. */
  async anew() {
    const { answers, state, reply } = this.#here;
    if (reply?.type !== "next_step") return;
    await this.#moveOn(answers, state, ANEW);
    this.#say(NEW_DAY);
  }

  /** There is no engine: goes on without, and says so where a date is missing for it. */
  fail(reason) {
    this.#sources.fail(reason);
    if (this.#sources.isThere && this.#lack) this.#say(this.#lack);
    const { state, answers, isOfOthers } = this.#here;
    if (!this.#sources.isThere && isOfOthers) this.#moveOn(answers, state, ANEW);
  }

  /**
   * The reader's answer to a question. state: where its plain link leads. One that was changed and
   * only narrows what is shown leaves the choices after it as they were; the days are remembered.
   */
  answer(id, value, state) {
    const { answers, reply } = this.#here;
    const later = reply?.narrows ? this.#later[id] : {};
    if (reply?.narrows) this.#memory.narrowing(id, value, state);
    this.#later = {};
    return this.#moveOn({ ...answers, [id]: value, ...later }, state, ONWARD);
  }

  /**
   * The day as typed, and the time where the question asks for it. Which days there are, the table knows
   * without the engine.
   */
  async answerDay(day, time = "") {
    const { reply, state, answers } = this.#here;
    if (isToCome(day, time)) return this.#sections.showError({ error: `${reply.name}: ${IN_THE_PAST}`, part: "time" });
    const move = this.#moves;
    const alone = time ? await this.#sources.reply({ ...answers, [reply.id]: day }) : null;
    if (move !== this.#moves) return null;
    if (alone?.error) return this.#sections.showError(alone);
    this.#memory.answering(reply);
    return this.answer(reply.id, time ? day + AT + time : day, state);
  }

  /** Today, yesterday or now. Where the time matters too it goes into the fields, for the rest to be added. */
  async nearDay(name) {
    const { reply: { id, clock }, answers } = this.#here;
    if (!clock) return this.answerDay(name);
    const [day, time] = name === "now" ? ["today", timeNow()] : [name];
    const reply = await this.#sources.reply({ ...answers, [id]: day });
    if (reply?.error) this.#sections.showError(reply);
    else if (!isError(reply)) this.#sections.addTime(reply ? valuesOf(reply)[id] : near(day), time);
  }

  /** Puts a question again, with only the answers before it. */
  change(id, state) {
    this.#later = { [id]: this.#here.choicesAfter(id) };
    return this.#moveOn(before(this.#here.answers, id), state, BACK);
  }

  /** To the question before. state: where the plain link leads. */
  back(state) {
    const { reply, uncounted } = this.#here;
    const last = (reply?.answers ?? uncounted).at(-1);
    if (last) return this.change(last.id, last.change);
    return this.#moveOn(this.#here.answersTo(state), state, BACK);
  }

  restart(state) {
    this.#memory.forget();
    this.#later = {};
    return this.#moveOn({}, state, BACK);
  }

  /** Ends: what is still under way shows and keeps nothing. */
  abandon() {
    this.#moves++;
    this.#sources.close();
    this.#memory.forget();
  }

  /** To the first question about a day, put again where its answer was "I do not know". */
  wantDates() {
    const { answers, state, dayAnswered: day } = this.#here;
    return day ? this.change(day.id, day.change) : this.#moveOn(answers, state, ONWARD);
  }

  /** To an entry of the history. One that is not ours is a link to a state, or to another place. */
  travel(entry) {
    const state = entry?.state ?? location.hash.slice(1);
    const known = this.#sections.nearest(state);
    if (!entry) history.replaceState(this.#here.entryOf(known ? state : this.#here.state), "");
    if (known) this.#moveOn(this.#here.answersTo(state), state, TRAVEL);
  }

  async #live(again) {
    const { state, answers, isOfOthers, awaitsDay } = this.#here;
    const exactly = Boolean(again || isOfOthers);
    if (exactly || awaitsDay) await this.#moveOn(answers, state, exactly ? ANEW : FURTHER);
    if (await this.#offerDates()) this.#say(READY);
  }

  /* state: what to show where there is no reply, or where the move is to go exactly. how: one of moves.js. */
  async #moveOn(answers, state, how) {
    const move = ++this.#moves;
    if (!how.calmly) this.#aboutLink.forget();
    const reply = await this.#ask(answers, state, how, move);
    if (move !== this.#moves) return;
    this.#unanswered = !reply;
    const from = { state: this.#here.state, section: this.#sections.shown };
    if (reply?.error && reply.state === from.state) return this.#sections.showError(reply);
    this.#arrive(answers, state, how, reply);
    this.#settle(state, how, from);
    this.#tell(reply);
    await this.#offerDates();
  }

  /* The reply; where only the engine can give one, once it is there or will not come. */
  async #ask(answers, state, { exactly, calmly }, move) {
    const ask = () => this.#sources.reply(answers, exactly ? state : null);
    const reply = await ask();
    const isOver = move !== this.#moves;
    if (reply || calmly || isOver || !this.#mustWait(answers, state)) return reply;
    await this.#wait(move);
    return ask();
  }

  /* Whether only the engine can tell if a limit has passed, which the page must not take for granted. */
  #mustWait(answers, state) {
    return this.#sections.standIn(state, answers) !== this.#sections.nearest(state);
  }

  /* The message stands at the top, above what was typed. */
  #wait(move) {
    this.#waiting = move;
    this.#say(WAIT);
    scrollTo({ top: 0, behavior: "instant" });
    return this.#sources.engineSettled;
  }

  /* To where the reply says; where it says nothing that is wanted here, as the page has the state. */
  #arrive(answers, state, { exactly }, reply) {
    const says = reply && !isError(reply) && (!exactly || reply.error || fits(reply, state));
    if (says) this.#here.arrive(reply.state, valuesOf(reply), reply);
    else this.#arriveWithout(state, answers);
    this.#aboutLink.arrivedAt(this.#here);
  }

  /* A question about a day that a link names is still to be put by the engine. */
  #arriveWithout(state, answers) {
    const isToBePut = this.#sources.engineIsDue && !this.#sections.has(state);
    this.#here.arrive(isToBePut ? state : this.#sections.standIn(state, answers), answers);
  }

  /* In the history and before the reader's eyes. from: the state and the section before. */
  #settle(state, { push, calmly }, from) {
    if (this.#here.state !== (push ? from.state : state)) this.#here.record(push);
    if (calmly && this.#sections.shown === from.section) this.#sections.keepFocus();
    else this.#sections.focus();
  }

  /* What to say where nobody counts from the days given, or has the date of what is shown, nor will have. */
  get #lack() {
    const wanted = this.#unanswered && this.#sections.isUndated && !this.#sources.engineIsDue;
    return wanted || this.#here.uncounted.length ? this.#sources.lack : "";
  }

  #tell(reply) {
    if (this.#sources.isThere) this.#say(isError(reply) ? reply.text : this.#lack);
    if (this.#here.reply?.error) this.#sections.showError(reply);
  }

  #offerDates() {
    return offerDates(this.#sections.shown, this.#here, (answers) => this.#sources.reply(answers));
  }
}
