/* Take it with you: the row below a next step, the link in its card, and what their buttons do. */

import { calendarText } from "./calendar.js";
import { Diary } from "./diary.js";
import { linkTo } from "./links.js";
import { EscalationRecord } from "./record.js";
import { copyText, refused, saveFile } from "./save.js";

const COPIED = "The summary is copied. Paste it into your message or notes.";
const REPLACES = "Open it to add them. If a date changes, save again in this tab: the new one takes its place.";
const ELSEWHERE = "After “Start again”, or in another tab, delete the old one first.";
const ANOTHER = "For another case, start again first.";

/** Gives each next step its row, with the buttons for what its reply has; returns what holds the record. */
export function offerToTake(root, memory) {
  const take = new TakeAway(root, memory);
  document.addEventListener("arrive", ({ detail }) => take.arrive(detail));
  root.addEventListener("click", ({ target }) => take.press(target.closest("[data-take]")));
  return take;
}

class TakeAway {
  #root;
  #diary;
  #record;
  #state;
  #answers = {};
  #shown = {};

  constructor(root, memory) {
    this.#root = root;
    this.#diary = new Diary(memory);
    this.#record = new EscalationRecord(root.querySelector("[data-record-panel]"));
  }

  /* Without a reply, what the page itself has for the state: everything but dates. */
  arrive({ state, answers, reply }) {
    const place = this.#root.querySelector(".is-shown [data-take-here]");
    this.#state = state;
    this.#answers = answers;
    this.#shown = reply ?? JSON.parse(place?.dataset.takeHere || "{}");
    if (place) this.#fill(place);
    this.#record.arrive(state, this.#shown.escalation_record);
  }

  press(button) {
    if (button) this[button.dataset.take](button.closest("[data-take-box]"));
  }

  forget() {
    this.#record.forget();
  }

  /** Begins another case, unless the reader would rather keep what is in the record. */
  restart(begin) {
    if (!this.#record.mayRestart()) return;
    this.forget();
    begin();
  }

  calendar(box) {
    const entries = this.#diary.named(this.#shown.calendar);
    const { page, file } = this.#root.querySelector("[data-take-row]").dataset;
    saveFile(`${file}.ics`, "text/calendar", calendarText(entries, new URL(page, document.baseURI).href));
    const count = entries.length === 1 ? "1 date" : `${entries.length} dates`;
    say(box, `A calendar file with ${count} is in your downloads. ${REPLACES} ${ELSEWHERE} ${ANOTHER}`);
  }

  record() {
    this.#record.open();
  }

  async summary(box) {
    const text = `${this.#exercise}${this.#shown.summary}\n${linkTo({ state: this.#state, answers: this.#answers })}`;
    const copied = await copyText(text, box.querySelector("[data-by-hand]"));
    say(box, copied ? COPIED : refused("text"));
  }

  /* Words that stand before everything that leaves an exercise. */
  get #exercise() {
    const line = this.#root.querySelector("[data-record-exercise]");
    line.hidden = !this.#root.dataset.exercise;
    return line.hidden ? "" : `${line.textContent.trim()}\n`;
  }

  #fill(place) {
    const { calendar = [], escalation_record: record, summary } = this.#shown;
    place.replaceChildren(document.importNode(this.#root.querySelector("[data-take-row]").content, true));
    const real = !this.#exercise;
    const has = { calendar: real && calendar.length > 0, record: Boolean(record), summary: Boolean(summary) };
    for (const button of place.querySelectorAll("[data-take]")) button.hidden = !has[button.dataset.take];
    for (const onCard of this.#root.querySelectorAll(".is-shown .eg-card__save")) onCard.hidden = !has.calendar;
  }
}

function say(box, text) {
  box.querySelector("[role=status]").textContent = text;
}
