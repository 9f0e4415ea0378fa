/* The sections of a what-now page: which are there, and showing one of them. */

import { addTime, fillDay, showError } from "./day.js";
import { fill } from "./fill.js";
import { sayOwn } from "./own-answers.js";
import { isDated } from "./replies.js";
import { nearest } from "./states.js";

/** Every question and next step of the page by its state, and the form for a day. */
export class Sections {
  shown = null;
  #states = new Map();
  #untouched = new Map();
  #dateForm;
  #daysTell;
  #hadFocus = false;
  #site = document.title.split(/ [–-] /).at(-1);

  constructor(root) {
    this.#daysTell = root.dataset.daysTell;
    const sections = [...root.querySelectorAll("[data-state]")];
    this.#dateForm = sections.find((section) => section.dataset.kind === "date");
    for (const section of sections) {
      if (section !== this.#dateForm) this.#states.set(section.dataset.state, section);
    }
  }

  has(state) {
    return this.#states.has(state);
  }

  /** Whether a question is shown. */
  get asks() {
    return ["question", "date"].includes(this.shown.dataset.kind);
  }

  /** Whether a next step is shown whose limits are in words. */
  get isUndated() {
    return this.shown.querySelector("[data-show-undated]:not([hidden])") !== null;
  }

  get first() {
    return this.#states.keys().next().value;
  }

  /** The section for a state: its own, or for a question about a day the one that it adds the day to. */
  nearest(state) {
    return nearest(state, this.#states.keys());
  }

  /**
   * The state to show where there is no reply to these answers: of a question about a day the one that it
   * adds the day to. A next step that hangs on what days would tell, and nobody said, gives way to the
   * question about it.
   */
  standIn(state, answers) {
    const name = this.nearest(state) ?? this.first;
    const told = this.answersTo(name)[this.#daysTell];
    if (told === undefined || told === answers[this.#daysTell]) return name;
    const section = this.#states.get(name);
    return (this.#untouched.get(section) ?? section).querySelector(`[data-change=${this.#daysTell}]`).hash.slice(1);
  }

  /** The choices that lead to a state, as the page has them. Before a day is given, it tells nothing. */
  answersTo(state) {
    const { [this.#daysTell]: told, ...others } = JSON.parse(this.#states.get(this.nearest(state)).dataset.answers);
    return told && this.has(state) ? { ...others, [this.#daysTell]: told } : others;
  }

  /**
   * Shows the section for a state: with a reply filled, otherwise as the page has it for these answers.
   * days: those among the answers that the page does not know of.
   */
  show(state, answers, reply = null, days = []) {
    const inForm = reply?.kind === "date";
    const own = this.has(state) ? state : this.standIn(state, answers);
    const section = inForm ? this.#dateForm : this.#states.get(own);
    this.shown?.classList.remove("is-shown");
    this.shown = section;
    this.#hadFocus = section.contains(document.activeElement);
    this.#restore(section);
    if (reply) this.#fill(section, reply);
    else sayOwn(section, answers, days, { sectionOf: (name) => this.#states.get(name), last: this.#daysTell });
    this.#dateForm.hidden = !inForm;
    section.classList.add("is-shown");
    this.#nameThePage();
  }

  /** Takes the reader to the heading of the section that is shown. */
  focus() {
    scrollTo({ top: 0, behavior: "instant" });
    this.#focusHeading();
    this.#reveal(this.shown.querySelector("h1"));
  }

  /* In a low window, as that of a page at 400 %, what stands above it would fill it. */
  #reveal(heading) {
    if (heading.getBoundingClientRect().top > innerHeight / 2) heading.scrollIntoView({ behavior: "instant" });
  }

  /** Gives the heading the focus if what had it in this section was made anew. */
  keepFocus() {
    if (this.#hadFocus) this.#focusHeading();
  }

  #focusHeading() {
    this.shown.querySelector("h1").focus({ preventScroll: true });
  }

  /** Puts a day that was given before into the fields of the form. */
  fillDay(day) {
    fillDay(this.#form, day);
  }

  /** Puts a day, and the time if there is one, into the fields, and goes on to what is left to do. */
  addTime(day, time) {
    addTime(this.#form, day, time);
  }

  /** Says what is wrong with the day or the time: in the form and in the page's name. */
  showError({ error, part }) {
    this.#nameThePage("Error: ");
    showError(this.#form, error, part);
  }

  get #form() {
    return this.#dateForm.querySelector("form");
  }

  #fill(section, reply) {
    fill(section, { ...reply, last: reply.answers.at(-1) });
    for (const element of section.querySelectorAll("[data-show-undated]")) element.hidden = isDated(reply);
  }

  /* As the page came, whatever was filled in since. */
  #restore(section) {
    const untouched = this.#untouched.get(section);
    if (untouched) section.replaceChildren(...untouched.cloneNode(true).childNodes);
    else this.#untouched.set(section, section.cloneNode(true));
  }

  #nameThePage(before = "") {
    const named = this.shown.querySelector("[data-title]:not([hidden])") ?? this.shown.querySelector("h1");
    document.title = `${before}${readWords(named)} – ${this.#site}`;
  }
}

/* The words that are read there. `innerText` would have the whole page laid out for them. */
function readWords(element) {
  const copy = element.cloneNode(true);
  for (const hidden of copy.querySelectorAll("[hidden]")) hidden.remove();
  return copy.textContent.replace(/\s+/g, " ").trim();
}
