/* The helper: the script that a what-now page carries within itself. */

import { startEngine } from "./engine.js";
import { prepare } from "./every-page.js";
import { onReturn, prepareExit } from "./exit.js";
import { whenIdle } from "./idle.js";
import { Journey } from "./journey.js";
import { Place } from "./place.js";
import { onPress } from "./press.js";
import { keepPages } from "./saved.js";
import { Sections } from "./sections.js";
import { offerLink } from "./share.js";
import { WAIT } from "./sources.js";
import { loadTable } from "./table.js";
import { offerToTake } from "./take.js";
import { onNewDay } from "./today.js";
import { Visit } from "./visit.js";

prepare();
runHelper(document.querySelector(".eg-helper"));

function runHelper(root) {
  const visit = new Visit();
  const { memory } = visit;
  const sections = new Sections(root);
  const place = new Place(sections, memory, visit.besideState);
  const journey = new Journey(place, sections, memory, (text) => say(root, text));
  root.classList.add("is-live");
  for (const skip of document.querySelectorAll("[data-skip]")) skip.hidden = false;
  onPress("[data-skip]", () => sections.focus());
  const take = offerToTake(root, memory);
  prepareExit(() => [take.forget(), journey.abandon()]);
  onReturn(() => memory.isOutdated && location.reload());
  visit.announce(root);
  offerLink(root);
  journey.begin(visit.state);
  listen(journey, visit, take);
  onNewDay(() => journey.anew());
  if (visit.awaitsDates) say(root, WAIT);
  boot(root, journey, visit);
}

function say(root, text) {
  root.querySelector("[role=status]").textContent = text;
}

/* The table of dates comes at once, the engine when the page has nothing else to do. */
async function boot(root, journey, visit) {
  const { dataset } = root;
  try {
    const table = await loadTable(dataset.dates);
    await journey.withTable(visit.asking(table), visit.hasAnswers);
    await visit.bringDays(root, journey);
    dataset.datesState = "ready";
  } catch (reason) {
    console.warn(reason);
    dataset.datesState = "failed";
  }
  whenIdle(() => startLate(root, journey, visit));
}

async function startLate(root, journey, visit) {
  const { dataset } = root;
  try {
    const ask = await startEngine(dataset.engine, dataset.policy);
    await journey.withEngine(visit.asking(ask), visit.hasAnswers);
    await visit.bringDays(root, journey);
    dataset.engineState = "ready";
  } catch (reason) {
    journey.fail(reason);
    dataset.engineState = "failed";
  }
  keepPages(dataset.engineState === "ready");
}

function listen(journey, visit, take) {
  onPress("[data-question]", (link) => journey.answer(link.dataset.question, link.dataset.value, stateOf(link)));
  onPress("[data-change]", (link) => journey.change(link.dataset.change, stateOf(link)));
  onPress("[data-back]", (link) => journey.back(stateOf(link)));
  onPress("[data-restart]", (link) => take.restart(() => visit.startAgain(() => journey.restart(stateOf(link)))));
  onPress("[data-date-wanted]", () => journey.wantDates());
  onPress("[data-date-form] [data-near]", (button) => journey.nearDay(button.dataset.near));
  onPress("[data-date-form] [data-value]", (button) => journey.answerDay(button.dataset.value));
  onPress("[data-errors] a", () => document.querySelector("[data-date-form] [aria-invalid]").focus());
  document.addEventListener("submit", (event) => submitDay(event, journey));
  addEventListener("popstate", ({ state }) => (visit.endsWith(state) ? location.reload() : journey.travel(state)));
  history.scrollRestoration = "manual";
}

function submitDay(event, journey) {
  if (!event.target.matches("[data-date-form]")) return;
  event.preventDefault();
  const { day, month, year, time } = event.target.elements;
  journey.answerDay([day, month, year].map((field) => field.value.trim()).join(" ").trim(), time.value.trim());
}

function stateOf(link) {
  return link.hash.slice(1);
}
