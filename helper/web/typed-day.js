/* A day as a person typed it, read as the engine reads it (helper/dates.py, read_date). */

const CLOCK = /[ ,t]+[0-9]{1,2}([:.][0-9]{2}( ?[ap]m)?| ?[ap]m)$|.+ at /;
const ISO = /^([0-9]{4})-([0-9]{1,2})-([0-9]{1,2})$/;
const BRITISH = /^(?:[a-z]+,? +)?([0-9]{1,2})(?:st|nd|rd|th)?[ /.-]+([a-z]+|[0-9]{1,2})(?:[ /.,-]+([0-9]{4})| +([0-9]{2}))$/;

/**
 * The number of the day: { number }, without one where only the engine can tell (a clock time), or
 * { error } with what to write.
 */
export function readDay(text, days, today) {
  const plain = text.split(/\s+/).filter(Boolean).join(" ").toLowerCase();
  const near = { today, yesterday: today - 1 };
  if (Object.hasOwn(near, plain)) return { number: near[plain] };
  if (CLOCK.test(plain)) return {};
  const parts = split(plain, days);
  if (!parts) return { error: days.error("unread") };
  const number = days.numberOf(...parts);
  return number === null ? { error: days.error("not_real", { text: text.trim() }) } : { number };
}

function split(plain, days) {
  const iso = ISO.exec(plain);
  if (iso) return iso.slice(1).map(Number);
  const british = BRITISH.exec(plain);
  return british && [Number(british[3] ?? `20${british[4]}`), days.month(british[2]), Number(british[1])];
}
