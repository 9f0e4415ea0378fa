/* Links to a question, a next step or an exercise: making them, and what the one that was followed says. */

import { decoded } from "./decoded.js";
import { isDay } from "./replies.js";
import { nearest } from "./states.js";

const LIKE_A_DAY = /^[\d :./T-]{1,20}$/;
const NAME = /^[a-z][a-z0-9_]{0,60}$/;
const MOST_DAYS = 12;

/**
 * A link to a question about a day that is put, otherwise to the section of a state, with the version of
 * the policy that it is made for; to the exercise while its answers are as it gave them. days: answers
 * by question id, given only where the reader asked for it; those that are days go into the link.
 */
export function linkTo({ state, reply, answers = {}, days = {} }) {
  const { version, exercise } = document.querySelector("[data-version]").dataset;
  if (exercise && opens(exercise, answers)) return `${location.origin}${location.pathname}#${exercise}`;
  const given = Object.entries(days).filter(([, value]) => isDay(value));
  const name = reply?.kind === "date" ? state : (nearest(state, statesNow()) ?? state);
  const parts = [`${name}~${version}`, ...given.map(([id, day]) => `${id}=${day.replace(" ", "T")}`)];
  return `${location.origin}${location.pathname}#${parts.join("&")}`;
}

/* Whether an exercise opens with these very answers. */
function opens(exercise, answers) {
  const given = Object.entries(JSON.parse(document.getElementById(exercise).dataset.given));
  return given.length === Object.keys(answers).length && given.every(([id, value]) => answers[id] === value);
}

/**
 * Where a fragment leads: a state (of a question about a day its step, where something is to be said
 * of that first), the days that it brings, and the mark that it names: what the page
 * says to those who come by it. A version that the page does not know is left out.
 */
export function followed(fragment = location.hash) {
  const [id, ...given] = decoded(fragment.slice(1)).split("&");
  const [name, version] = id.split("~");
  const step = nearest(name, statesEver()) ?? name;
  const mark = markOf(id) ?? markOf(name) ?? markOf(`${step}~${version}`) ?? markOf(step);
  const state = mark?.closest("[data-state]").dataset.state ?? name;
  const asksDay = state === step && !mark?.textContent.trim();
  return { state: asksDay ? name : state, mark, days: daysIn(given) };
}

/** Takes the days out of the address, so that they are neither seen there nor copied. */
export function hideDays({ state, mark, days }) {
  const name = encodeURIComponent(mark?.id ?? state);
  if (Object.keys(days).length) history.replaceState(history.state, "", `#${name}`);
}

function daysIn(given) {
  const pairs = given.slice(0, MOST_DAYS).map((each) => each.split("="));
  return Object.fromEntries(pairs.filter(([id, day]) => NAME.test(id) && LIKE_A_DAY.test(day)));
}

function statesNow() {
  return [...document.querySelectorAll("[data-state]")].map(({ dataset }) => dataset.state);
}

/* Those of earlier versions too: each has a mark with its version. An exercise's has none. */
function statesEver() {
  return [...document.querySelectorAll("[data-mark][id*='~']")].map(({ id }) => id.split("~")[0]);
}

function markOf(id) {
  const found = document.getElementById(id);
  return found?.matches("[data-mark]") ? found : undefined;
}
