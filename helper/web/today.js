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

function now() {
  const two = "2-digit";
  const parts = { year: "numeric", month: two, day: two, hour: two, minute: two, hourCycle: "h23" };
  return Object.fromEntries(calendar(parts).formatToParts(new Date()).map(({ type, value }) => [type, value]));
}

/* A browser without time zones has its own clock. */
function calendar(parts) {
  try {
    return new Intl.DateTimeFormat("en-GB", { ...parts, timeZone: "Europe/London" });
  } catch {
    return new Intl.DateTimeFormat("en-GB", parts);
  }
}
