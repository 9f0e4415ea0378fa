/* The link in an undated next step that leads on to its date. */

import { isDated } from "./replies.js";

/* Where the reader was asked for the day. */
const WHEN_FOUND = "When you have found the day,";
const HERE = "give it here";

/** Shows the link where the engine, asked on, would lead to a day; gives whether a day can be worked out now. */
export async function offerDates(section, here, ask) {
  const link = section.querySelector("[data-date-wanted]");
  if (!link) return false;
  link.hidden = !(await moreDates(here, ask));
  for (const other of section.querySelectorAll("[data-without-engine]")) other.hidden = !link.hidden;
  if (!here.dayUnknown) return !link.hidden;
  section.querySelector("[data-date-lead]").textContent = WHEN_FOUND;
  link.textContent = HERE;
  return false;
}

/* A reply without a day has one to come only where a question about a day was answered. */
async function moreDates({ answers, reply, dayAnswered }, ask) {
  if (reply) return !isDated(reply) && Boolean(dayAnswered);
  const next = await ask(answers);
  return next?.kind === "date" || isDated(next);
}
