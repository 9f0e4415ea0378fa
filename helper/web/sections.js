/* The sections of a what-now page: which are there, and showing one of them. */

import { fill } from "./fill.js";
import { isDated } from "./replies.js";

/** Every question and next step of the page by its state, and the form for a day. */
export class Sections {
  shown = null;
  #states = new Map();
  #untouched = new Map();
  #root;
  #dateForm;
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

  get first() {
    return this.#states.keys().next().value;
  }

  /** The section for a state: its own, or for a question about a day the one that it adds the day to. */
  nearest(state) {
    const names = [...this.#states.keys()].filter((name) => `${state}-`.startsWith(`${name}-`));
    return names.sort((one, other) => other.length - one.length)[0];
  }

  /** The choices that lead to a state, as the page has them. */
  answersTo(state) {
    return JSON.parse(this.#states.get(this.nearest(state)).dataset.answers);
  }

  /** Shows the section for a state as the page has it or, with a reply, filled. */
  show(state, reply = null) {
    const inForm = reply?.kind === "date";
    const section = inForm ? this.#dateForm : this.#states.get(this.nearest(state) ?? this.first);
    this.shown?.classList.remove("is-shown");
    this.shown = section;
    this.#restore(section);
    if (reply) this.#fill(section, reply);
    this.#dateForm.hidden = !inForm;
    section.classList.add("is-shown");
    this.#nameThePage();
  }

  /** Takes the reader to the heading of the section that is shown. */
  focus() {
    scrollTo({ top: 0, behavior: "instant" });
    this.shown.querySelector("h1").focus({ preventScroll: true });
  }

  /** Puts a day that was given before, as 2026-11-21, into the fields. */
  fillDay(day) {
    const [year, month, date] = /^\d+-\d+-\d+$/.test(day) ? day.split("-").map(Number) : [];
    const { elements } = this.shown.querySelector("form");
    for (const [name, value] of Object.entries({ day: date, month, year })) elements[name].value = value ?? "";
  }

  /** Says what is wrong with the day: in the summary, beside the fields and in the page's name. */
  showError(text) {
    const summary = this.shown.querySelector("[data-errors]");
    const beside = this.shown.querySelector("[data-error-beside]");
    summary.querySelector("a").textContent = beside.textContent = text;
    summary.hidden = beside.hidden = false;
    beside.id ||= "error-beside";
    for (const field of this.shown.querySelectorAll("input")) markField(field, beside.id);
    this.#nameThePage("Error: ");
    summary.focus();
  }

  #fill(section, reply) {
    if (!this.#untouched.has(section)) this.#untouched.set(section, section.cloneNode(true));
    for (const place of section.querySelectorAll("[data-answers-here]")) place.replaceChildren(this.#answersList());
    fill(section, reply);
    for (const element of section.querySelectorAll("[data-show-undated]")) element.hidden = isDated(reply);
  }

  /* "Your answers" as any other section has it; filled with the rest. */
  #answersList() {
    const list = this.#root.querySelector("[data-each=answers]");
    return list.closest("section").cloneNode(true);
  }

  #restore(section) {
    const untouched = this.#untouched.get(section);
    if (untouched) section.replaceChildren(...untouched.cloneNode(true).childNodes);
  }

  #nameThePage(before = "") {
    const named = this.shown.querySelector("[data-title]:not([hidden])") ?? this.shown.querySelector("h1");
    const words = named.innerText.replace(/\s+/g, " ").trim();
    document.title = `${before}${words} – ${this.#site}`;
  }
}

function markField(field, describedBy) {
  field.setAttribute("aria-invalid", "true");
  const ids = (field.getAttribute("aria-describedby") ?? "").split(" ");
  field.setAttribute("aria-describedby", [...new Set([...ids, describedBy])].join(" ").trim());
}
