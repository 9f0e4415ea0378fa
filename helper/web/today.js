/* The day and the time now in the United Kingdom. */

/** The day, as 2026-11-21. */
export function today() {
  const { year, month, day } = now();
  return `${year}-${month}-${day}`;
}

/** Calls back when the reader comes back to the page on another day. */
export function onNewDay(callback) {
  let day = today();
  const look = () => {
    if (document.hidden || today() === day) return;
    day = today();
    callback();
  };
  document.addEventListener("visibilitychange", look);
  for (const event of ["focus", "pageshow"]) addEventListener(event, look);
}

/** The time by the clock, as 16:50. */
export function timeNow() {
  const { hour, minute } = now();
  return `${hour}:${minute}`;
}

/** The day of a moment, as 21 November 2026. */
export function inWords(moment) {
  return calendar({ year: "numeric", month: "long", day: "numeric" }).format(moment);
}

/* A calendar takes many times as long to make as to ask. */
let clock;

function now() {
  const two = "2-digit";
  clock ??= calendar({ year: "numeric", month: two, day: two, hour: two, minute: two, hourCycle: "h23" });
  return Object.fromEntries(clock.formatToParts(new Date()).map(({ type, value }) => [type, value]));
}

/* A browser without time zones has its own clock. */
function calendar(parts) {
  try {
    return new Intl.DateTimeFormat("en-GB", { ...parts, timeZone: "Europe/London" });
  } catch {
    return new Intl.DateTimeFormat("en-GB", parts);
  }
}
