/* The escalation record: fields to fill in, with what is known already in them. Kept nowhere but here. */

import { copyText, refused, saveFile } from "./save.js";
import { asPage, asText } from "./sheet.js";
import { dayMonthYear } from "./today.js";
import { askBeforeLeaving } from "./unsaved.js";

const SAID = {
  page: "Saved as a web page. It is in your downloads.",
  text: "Saved as plain text. It is in your downloads.",
  copy: "The record is copied.",
  clear: "Everything in the record is cleared.",
};

const SURE = {
  clear: "Clear everything in the record? It cannot be brought back.",
  restart: "Start again and clear everything in the record? It cannot be brought back.",
};

const CHANGED = "The helper’s answer changed after this was typed.";

/**
 * What somebody has typed stays, whatever is answered meanwhile, until it is cleared. Where the helper
 * now says something else, that stands beside it, on paper too.
 */
export class EscalationRecord {
  #panel;
  #typed = new Map(); // each field with what the helper said there when it was typed in
  #state = "";
  #known = {};
  #forms = [];
  #cleared = false;

  constructor(panel) {
    this.#panel = panel;
    panel.addEventListener("input", ({ target }) => this.#take(target));
    panel.addEventListener("click", ({ target }) => this.#press(target.closest("[data-record]")));
    addEventListener("beforeprint", () => this.#mirror());
    addEventListener("afterprint", () => delete document.documentElement.dataset.printing);
  }

  /** Another next step, or the same with its dates. known: what the reply gives for a record, if it does. */
  arrive(state, known) {
    if (state !== this.#state) this.#leave(state);
    this.#known = known?.known ?? {};
    if (!known) return;
    this.#sayChanged();
    this.#panel.querySelector("[data-record-note]").textContent = known.note;
    this.#forms = known.forms;
    this.#showForms();
    if (!this.#panel.hidden && !this.#cleared) this.#prefill();
  }

  /** Opens it with what is known, also after it was cleared. */
  open() {
    this.#unfold();
    this.#cleared = false;
    this.#prefill();
    this.#say("");
    this.#panel.hidden = false;
    this.#panel.querySelector("h2").focus({ preventScroll: true });
    this.#panel.scrollIntoView({ behavior: "instant" });
  }

  /** Whether another case may begin: where something was typed, the reader says. */
  mayRestart() {
    return this.#mayGo(SURE.restart);
  }

  /** Closes it and empties it: another case begins, or the reader leaves. */
  forget() {
    this.#panel.hidden = true;
    this.#empty();
    this.#known = {};
    this.#state = "";
  }

  get #fields() {
    return this.#all("textarea:not([readonly])");
  }

  #all(selector) {
    return [...this.#panel.querySelectorAll(selector)];
  }

  /* Until it is opened the fields are no part of the page. */
  #unfold() {
    const folded = this.#panel.querySelector("[data-record-folded]");
    folded?.replaceWith(folded.content);
    this.#showForms();
  }

  #showForms() {
    for (const part of this.#all("[data-form]")) part.hidden = !belongs(part.dataset.form, this.#forms);
  }

  #leave(state) {
    this.#panel.hidden = true;
    this.#state = state;
    this.#cleared = false;
    this.#say("");
  }

  get #today() {
    const { exerciseDay } = this.#panel.closest("[data-engine]")?.dataset ?? {};
    return exerciseDay ? new Date(exerciseDay) : new Date();
  }

  #prefill() {
    for (const field of this.#fields.filter((each) => !this.#typed.has(each))) {
      if ("today" in field.dataset) field.value = dayMonthYear(this.#today);
      else if (field.dataset.fact) field.value = this.#said(field);
    }
  }

  /* A field that is empty, or holds what the helper says now, has nothing beside it. */
  #take(field) {
    const said = this.#said(field);
    const agrees = !field.value.trim() || field.value.includes(said);
    if (agrees || !this.#typed.has(field)) this.#typed.set(field, said);
    this.#sayChanged();
    askBeforeLeaving(true);
  }

  #said(field) {
    return this.#known[field.dataset.fact] ?? "";
  }

  #sayChanged() {
    for (const [field, before] of this.#typed) {
      const now = this.#said(field);
      const news = now ? `It now says: ${now}` : "It now says nothing here.";
      note(field, now === before ? "" : `${CHANGED} ${news}`);
    }
  }

  #keptElsewhere(said) {
    askBeforeLeaving(false);
    this.#say(said);
  }

  #mayGo(question) {
    return !this.#typed.size || confirm(question);
  }

  #empty() {
    for (const field of this.#all("textarea")) field.value = "";
    for (const field of this.#typed.keys()) note(field, "");
    for (const copy of this.#all("[data-printed]")) copy.textContent = "";
    this.#panel.querySelector("[data-by-hand]").hidden = true;
    this.#typed.clear();
    askBeforeLeaving(false);
  }

  #press(button) {
    if (button) this[button.dataset.record]();
  }

  close() {
    this.#panel.hidden = true;
    document.querySelector(".is-shown [data-take=record]").focus();
  }

  clear() {
    if (!this.#mayGo(SURE.clear)) return;
    this.#empty();
    this.#cleared = true;
    this.#say(SAID.clear);
  }

  print() {
    document.documentElement.dataset.printing = "record";
    print();
  }

  page() {
    saveFile(`${this.#name}.html`, "text/html", asPage(this.#sheet));
    this.#keptElsewhere(SAID.page);
  }

  text() {
    saveFile(`${this.#name}.txt`, "text/plain", asText(this.#sheet));
    this.#keptElsewhere(SAID.text);
  }

  async copy() {
    const copied = await copyText(asText(this.#sheet), this.#panel.querySelector("[data-by-hand]"));
    if (copied) this.#keptElsewhere(SAID.copy);
    else this.#say(refused("text"));
  }

  /* Nothing of the case is in the name, not even a day: it is seen in a list of downloads. */
  get #name() {
    return this.#panel.dataset.file;
  }

  get #sheet() {
    const texts = (selector) => this.#all(selector).map((each) => each.textContent.replace(/\s+/g, " ").trim());
    return {
      title: texts("h2")[0],
      notes: [...texts("[data-record-exercise]:not([hidden])"), ...texts("[data-record-note]")],
      groups: this.#all("[data-form]:not([hidden])").map(groupOf),
      foot: [`Written on ${dayMonthYear(new Date())}.`, ...texts("[data-record-foot] > *"), location.origin + location.pathname],
    };
  }

  /* A field on paper would show no more than fits its box. */
  #mirror() {
    this.#panel.querySelector("[data-record-day]").textContent = dayMonthYear(new Date());
    for (const field of this.#fields) field.parentElement.querySelector("[data-printed]").textContent = onPaper(field);
  }

  #say(text) {
    this.#panel.querySelector("[role=status]").textContent = text;
  }
}

/* The fields that are ours stand in for a form whose fields nobody has published. */
function belongs(form, shown) {
  return form ? shown.includes(form) : shown.length === 0;
}

function groupOf(part) {
  const fields = [...part.querySelectorAll("textarea")];
  return {
    heading: part.querySelector("legend").textContent.trim(),
    fields: fields.map((field) => ({ label: field.labels[0].textContent.trim(), text: onPaper(field) })),
  };
}

/* Only a field that the helper fills in has a place beside it. */
function note(field, text) {
  const beside = besideOf(field);
  if (beside) Object.assign(beside, { textContent: text, hidden: !text });
}

function onPaper(field) {
  const beside = besideOf(field)?.textContent;
  return beside ? `${field.value}\n[${beside}]` : field.value;
}

function besideOf(field) {
  return field.parentElement.querySelector("[data-now]");
}
