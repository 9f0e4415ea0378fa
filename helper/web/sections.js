/* The sections of a what-now page: which are there, and showing one of them. */

import { addTime, fillDay, showError } from "./day.js";
import { fill } from "./fill.js";
import { isDated, UNKNOWN } from "./replies.js";
import { nearest } from "./states.js";

/** Every question and next step of the page by its state, and the form for a day. */
export class Sections {
  shown = null;
  #states = new Map();
  #untouched = new Map();
  #root;
  #dateForm;
  #hadFocus = false;
  #site = document.title.split(/ [–-] /).at(-1);

  constructor(root) {
    this.#root = root;
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
   * adds the day to. A next step for which a limit has passed or not, as nobody said of it, gives way to
   * the question whether it has.
   */
  standIn(state, answers) {
    const name = this.nearest(state) ?? this.first;
    const { passed } = this.answersTo(name);
    if (passed === undefined || passed === answers.passed) return name;
    const section = this.#states.get(name);
    return (this.#untouched.get(section) ?? section).querySelector("[data-change=passed]").hash.slice(1);
  }

  /** The choices that lead to a state, as the page has them. Before a day is given, no limit has passed or not. */
  answersTo(state) {
    const { passed, ...others } = JSON.parse(this.#states.get(this.nearest(state)).dataset.answers);
    return passed && this.has(state) ? { ...others, passed } : others;
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
    else sayOwn(section, answers, days, (name) => this.#states.get(name));
    this.#dateForm.hidden = !inForm;
    section.classList.add("is-shown");
    this.#nameThePage();
  }

  /** Takes the reader to the heading of the section that is shown. */
  focus() {
    scrollTo({ top: 0, behavior: "instant" });
    this.#focusHeading();
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

/*
 * "Your answers" in the words of the reader's own choices: a section holds for whatever was answered
 * to a question that only narrows, and the page lists it with "I do not know". With the days, and
 * without what nobody answered.
 */
function sayOwn(section, answers, days, sectionOf) {
  for (const row of section.querySelectorAll(".eg-answers__list > div")) {
    const { dataset, hash } = row.querySelector("[data-change]");
    const options = sectionOf(hash.slice(1))?.querySelectorAll("[data-value]") ?? [];
    const chosen = [...options].find((option) => option.dataset.value === answers[dataset.change]);
    if (chosen) row.querySelector("dd > span").textContent = wordsOf(chosen);
    if (chosen && dataset.change === "priority") sayPriority(section, chosen);
    if (!(dataset.change in answers)) row.remove();
  }
  if (days.length) listDays(section.querySelector("[data-part=answers]"), days);
}

/* The section has the limits of every priority: that must not look as if all of them were the reader's. */
function sayPriority(section, chosen) {
  const line = section.querySelector("[data-own-priority]");
  if (!line || chosen.dataset.value === UNKNOWN) return;
  line.querySelector("span").textContent = wordsOf(chosen);
  line.hidden = false;
}

/* The days stand before the answer that says whether the limit has passed. */
function listDays(part, days) {
  const own = [...part.querySelectorAll(".eg-answers__list > div")].map(readRow);
  const isLast = ({ id }) => id === "passed";
  fill(part, { answers: [...own.filter((each) => !isLast(each)), ...days, ...own.filter(isLast)] });
}

function readRow(row) {
  const { dataset, hash } = row.querySelector("[data-change]");
  const [name, text] = ["dt", "dd > span"].map((words) => row.querySelector(words).textContent);
  return { id: dataset.change, change: hash.slice(1), name, text };
}

function wordsOf(option) {
  return option.querySelector(".eg-answer__text").textContent;
}
