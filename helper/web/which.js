/* Which version of a policy answers for a day: of the sentences that the page holds, those of that day. */

import { dayMonthYear, today } from "./today.js";

/** The form for the day; the days of a sentence are written as 2026-11-21, so their text is in their order. */
export function offerDay(form) {
  form.hidden = false;
  form.addEventListener("submit", (event) => {
    event.preventDefault();
    answer(form, form.elements.day);
  });
}

function answer(form, field) {
  const status = form.querySelector("[role=status]");
  const { unread, toCome } = status.dataset;
  const day = field.value;
  field.toggleAttribute("aria-invalid", !day);
  if (!day) field.focus();
  if (!day || day > today()) status.textContent = day ? toCome : unread;
  else status.replaceChildren(...sentences(form, day));
}

function sentences(form, day) {
  const all = form.querySelector("[data-which-answers]").content.cloneNode(true);
  for (const place of all.querySelectorAll("[data-which-day]")) place.textContent = dayMonthYear(new Date(day));
  return [...all.children].filter(({ dataset: { begins = "", ends } }) => begins <= day && !(ends <= day));
}
