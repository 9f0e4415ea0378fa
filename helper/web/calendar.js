/* A calendar file (RFC 5545) from due dates: one entry for a whole day each, and no reminder of ours. */

const LINE = 75;
const END = "\r\n";
const utf8 = new TextEncoder();

/**
 * The text of the file. entries: as the reply has them, each with its uid and sequence; page: the
 * address of the policy's page; now: the time of writing.
 */
export function calendarText(entries, page, now = new Date()) {
  const lines = [
    "BEGIN:VCALENDAR",
    "VERSION:2.0",
    "PRODID:-//Escalation Guide//Due dates//EN",
    "CALSCALE:GREGORIAN",
    ...entries.flatMap((entry) => event(entry, page, stamp(now))),
    "END:VCALENDAR",
  ];
  return lines.map((line) => folded(line) + END).join("");
}

/* An alarm would light up a screen that others see: whoever wants one has their calendar's own. */
function event({ uid, sequence, day, summary, description, link }, page, stamped) {
  const text = [description, link, page].filter(Boolean).join("\n");
  return [
    "BEGIN:VEVENT",
    `UID:${uid}`,
    `DTSTAMP:${stamped}`,
    `SEQUENCE:${sequence}`,
    `DTSTART;VALUE=DATE:${compact(day)}`,
    `DTEND;VALUE=DATE:${compact(dayAfter(day))}`,
    `SUMMARY:${escaped(summary)}`,
    `DESCRIPTION:${escaped(text)}`,
    `URL:${page}`,
    "TRANSP:TRANSPARENT",
    "END:VEVENT",
  ];
}

/* The end of an entry for a whole day is the first day that is not in it any more. */
function dayAfter(day) {
  const [year, month, date] = day.split("-").map(Number);
  return new Date(Date.UTC(year, month - 1, date + 1)).toISOString().slice(0, 10);
}

function compact(day) {
  return day.replaceAll("-", "");
}

function stamp(time) {
  return time.toISOString().replace(/[-:]|\.\d+/g, "");
}

/** Text as a value: what would end the value or the line is marked, other control characters go. */
export function escaped(text) {
  return text
    .replace(/\r\n?|[\u0085\u2028\u2029]/g, "\n")
    .replace(/[\u0000-\u0008\u000b-\u001f\u007f]/g, "")
    .replace(/[\\;,]/g, "\\$&")
    .replaceAll("\n", "\\n");
}

/** A line in pieces of at most 75 octets, each after the first behind a space; no character is cut. */
export function folded(line) {
  const pieces = [""];
  let room = LINE;
  for (const sign of line) {
    const size = utf8.encode(sign).length;
    if (size > room) {
      pieces.push("");
      room = LINE - 1;
    }
    pieces[pieces.length - 1] += sign;
    room -= size;
  }
  return pieces.join(`${END} `);
}
