/* A day and a time as a person typed them, read as the engine reads them (helper/dates.py, helper/moment.py). */

import { AT, UNKNOWN, isDay } from "./replies.js";
import { monthOf, timeNow, today, withWeekday } from "./today.js";

const MIDNIGHT = "24:00";
const CLOCK = /[ ,t]+[0-9]{1,2}([:.][0-9]{2}( ?[ap]m)?| ?[ap]m)$|.+ at /;
const ISO = /^([0-9]{4})-([0-9]{1,2})-([0-9]{1,2})$/;
const BRITISH = /^(?:[a-z]+,? +)?([0-9]{1,2})(?:st|nd|rd|th)?[ /.-]+([a-z]+|[0-9]{1,2})(?:[ /.,-]+([0-9]{4})| +([0-9]{2}))$/;
const TIME = /^([0-9]{1,2}?)[:.]?([0-9]{2})? ?(am|pm)?$/;
const HALF = 12;

/**
 * The number of the day: { number }, without one where only the engine can tell (a clock time), or
 * { error } with what to write.
 */
export function readDay(text, days, today) {
  const plain = text.split(/\s+/).filter(Boolean).join(" ").toLowerCase();
  const near = { today, yesterday: today - 1 };
  if (Object.hasOwn(near, plain)) return { number: near[plain] };
  if (CLOCK.test(plain)) return {};
  const parts = split(plain);
  if (!parts) return { error: days.error("unread") };
  const number = days.numberOf(...parts);
  return number === null ? { error: days.error("not_real", { text: text.trim() }) } : { number };
}

/* A day, with its time if there is one, as 2026-11-21 16:50; as it was typed where it is none. */
function asHeld(day, time = "") {
  const parts = split(day.toLowerCase());
  if (!parts?.every(Number.isFinite)) return day;
  const [year, month, date] = parts.map(twoDigits);
  return `${year}-${month}-${date} ${readTime(time)}`.trim();
}

/** Whether a time as typed is still to come today. What is no time is for the engine to refuse. */
export function isToCome(day, time) {
  const at = readTime(time);
  return at > timeNow() && at < MIDNIGHT && asHeld(day) === today();
}

/** The answer to a question for a day as a list of answers has it, before the engine has read it. */
export function readBack(answer) {
  if (answer === UNKNOWN) return { value: answer, text: "I do not know" };
  const value = asHeld(...answer.split(AT));
  const [day, time] = value.split(" ");
  return { value, text: isDay(value) ? [withWeekday(day), time].filter(Boolean).join(", ") : answer };
}

function readTime(text) {
  const [, hour, minute = 0, half = ""] = TIME.exec(text.toLowerCase()) ?? [];
  if (!hour) return "";
  const hours = half ? (hour % HALF) + (half === "pm" ? HALF : 0) : hour;
  return `${twoDigits(Number(hours))}:${twoDigits(Number(minute))}`;
}

function twoDigits(number) {
  return String(number).padStart(2, "0");
}

function split(plain) {
  const iso = ISO.exec(plain);
  if (iso) return iso.slice(1).map(Number);
  const british = BRITISH.exec(plain);
  return british && [Number(british[3] ?? `20${british[4]}`), monthOf(british[2]), Number(british[1])];
}
