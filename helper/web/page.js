/* What the pages do with a script: print buttons, and the helper on a what-now page. */

import { startEngine, whenIdle } from "./engine.js";
import { Journey } from "./journey.js";
import { Memory } from "./memory.js";
import { Place } from "./place.js";
import { Sections } from "./sections.js";

for (const part of document.querySelectorAll("[data-print], [data-print-row]")) part.hidden = false;
onPress("[data-print]", () => print());

const helper = document.querySelector(".eg-helper");
if (helper) runHelper(helper);

/* An entry of ours in the history means a reload or a return: then the tab's answers are taken back. */
function runHelper(root) {
  const entry = history.state?.state;
  const memory = new Memory(`answers:${location.pathname}`);
  if (entry) memory.restore();
  else memory.forget();
  const sections = new Sections(root);
  const place = new Place(sections, memory);
  const journey = new Journey(place, sections, memory, (text) => say(root, text));
  root.classList.add("is-live");
  for (const skip of document.querySelectorAll("[data-skip]")) skip.hidden = false;
  onPress("[data-skip]", () => sections.focus());
  onPress("[data-exit]", (link) => leave(memory, link.href));
  journey.begin(entry ?? location.hash.slice(1));
  listen(journey);
  if (entry) say(root, "Getting your dates …");
  whenIdle(() => boot(root, journey, Boolean(entry)));
}

/* Hides the page at once. A browser that brings it back by Back has to load it anew, without answers. */
function leave(memory, address) {
  memory.forget();
  document.body.hidden = true;
  addEventListener("pageshow", () => location.reload());
  location.replace(address);
}

function say(root, text) {
  root.querySelector("[role=status]").textContent = text;
}

async function boot({ dataset }, journey, again) {
  try {
    await journey.live(await startEngine(dataset.engine, dataset.policy), again);
    dataset.engineState = "ready";
  } catch (reason) {
    journey.fail(reason);
    dataset.engineState = "failed";
  }
}

function listen(journey) {
  onPress("[data-question]", (link) => journey.answer(link.dataset.question, link.dataset.value, stateOf(link)));
  onPress("[data-change]", (link) => journey.change(link.dataset.change, stateOf(link)));
  onPress("[data-back]", (link) => journey.back(stateOf(link)));
  onPress("[data-restart]", (link) => journey.restart(stateOf(link)));
  onPress("[data-date-wanted]", () => journey.wantDates());
  onPress("[data-date-form] [data-near]", (button) => journey.nearDay(button.dataset.near));
  onPress("[data-date-form] [data-value]", (button) => journey.answerDay(button.dataset.value));
  onPress("[data-errors] a", () => document.querySelector("[data-date-form] [aria-invalid]").focus());
  document.addEventListener("submit", (event) => submitDay(event, journey));
  addEventListener("popstate", ({ state }) => journey.travel(state));
  history.scrollRestoration = "manual";
}

function submitDay(event, journey) {
  if (!event.target.matches("[data-date-form]")) return;
  event.preventDefault();
  const { day, month, year, time } = event.target.elements;
  journey.answerDay([day, month, year].map((field) => field.value.trim()).join(" ").trim(), time.value.trim());
}

/* A link that the reader opens in a new tab stays a plain link. */
function onPress(selector, act) {
  document.addEventListener("click", (event) => {
    const pressed = event.target.closest(selector);
    if (!pressed || event.button || event.ctrlKey || event.metaKey || event.shiftKey || event.altKey) return;
    event.preventDefault();
    act(pressed);
  });
}

function stateOf(link) {
  return link.hash.slice(1);
}
