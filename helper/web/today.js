/* The day and the time now in the United Kingdom. */

const ZONE = "Europe/London";
const LENGTH = 86_400_000;
const MINUTE = 60_000;
const MONTHS =
  "January February March April May June July August September October November December".split(" ");

/** The day, as 2026-11-21. */
export function today() {
  return now().slice(0, 10);
}

/** The day that "today" or "yesterday" means, in an exercise on its day. */
export function near(name) {
  const { exerciseDay = today() } = document.querySelector("[data-engine]").dataset;
  return name === "today" ? exerciseDay : new Date(Date.parse(exerciseDay) - LENGTH).toISOString().slice(0, 10);
}

/** Calls back when another day has begun: at midnight, or when the reader comes back to the page. */
export function onNewDay(callback) {
  let day = today();
  const look = () => {
    if (document.hidden || today() === day) return;
    day = today();
    callback();
  };
  document.addEventListener("visibilitychange", look);
  for (const event of ["focus", "pageshow"]) addEventListener(event, look);
  eachMinute(look);
}

/* One long wait until midnight would come late where the computer sleeps or the clocks change. */
function eachMinute(act) {
  const wait = () => setTimeout(() => [wait(), act()], MINUTE - (Date.now() % MINUTE));
  wait();
}

/** The time by the clock, as 16:50. */
export function timeNow() {
  return now().slice(11, 16);
}

/** A day, as Tuesday 1 December 2026: as the engine says it. */
export function withWeekday(day) {
  const parts = { weekday: "long", day: "numeric", month: "long", year: "numeric", timeZone: "UTC" };
  return new Date(day).toLocaleDateString("en-GB", parts).replace(",", "");
}

/** The day of a moment, as 21 November 2026. */
export function dayMonthYear(moment) {
  const [year, month, day] = inLondon(moment).slice(0, 10).split("-");
  return `${Number(day)} ${MONTHS[month - 1]} ${year}`;
}

/** The month that a name or its beginning means, from 1; NaN for none. */
export function monthOf(text) {
  if (/^[0-9]+$/.test(text)) return Number(text);
  const found = text.length > 2 ? MONTHS.findIndex((name) => name.toLowerCase().startsWith(text)) : -1;
  return found < 0 ? NaN : found + 1;
}

function now() {
  return inLondon(new Date());
}

/*
 * As 2026-11-21T16:50. The first calendar that a browser makes takes it fifty times as long as Temporal
 * does, and readers wait for it; but not every browser has Temporal.
 */
function inLondon(moment) {
  return globalThis.Temporal ? byTemporal(moment).toString() : byCalendar(moment);
}

function byTemporal(moment) {
  return Temporal.Instant.fromEpochMilliseconds(moment.getTime()).toZonedDateTimeISO(ZONE);
}

/* A calendar takes many times as long to make as to ask. */
let calendar;

function byCalendar(moment) {
  calendar ??= newCalendar();
  const parts = calendar.formatToParts(moment).map(({ type, value }) => [type, value]);
  const { year, month, day, hour, minute } = Object.fromEntries(parts);
  return `${year}-${month}-${day}T${hour}:${minute}`;
}

/* A browser without time zones has its own clock. */
function newCalendar() {
  const two = "2-digit";
  const parts = { year: "numeric", month: two, day: two, hour: two, minute: two, hourCycle: "h23" };
  try {
    return new Intl.DateTimeFormat("en-GB", { ...parts, timeZone: ZONE });
  } catch {
    return new Intl.DateTimeFormat("en-GB", parts);
  }
}
