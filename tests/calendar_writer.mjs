/* For tests: one JSON line in, one out: the calendar file of these entries, and what ical.js reads in it. */

import { createInterface } from "node:readline";
import ICAL from "../helper/web/node_modules/ical.js/dist/ical.js";
import { calendarText } from "../helper/web/calendar.js";

for await (const line of createInterface({ input: process.stdin })) {
  const { entries, text = calendarText(entries, "https://guide.example/sefton/", new Date(0)) } = JSON.parse(line);
  process.stdout.write(`${JSON.stringify({ text, read: read(text) })}\n`);
}

function read(text) {
  const calendar = new ICAL.Component(ICAL.parse(text));
  return calendar.getAllSubcomponents("vevent").map((each) => {
    const { uid, summary, description, startDate, endDate, sequence } = new ICAL.Event(each);
    return { uid, summary, description, day: `${startDate}`, until: `${endDate}`, allDay: startDate.isDate, sequence };
  });
}
