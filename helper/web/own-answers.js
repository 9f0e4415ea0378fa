/* "Your answers" in the words of the reader's own choices, where the section is shown as the page has it. */

import { fill } from "./fill.js";
import { UNKNOWN } from "./replies.js";

/**
 * A section holds for whatever was answered to a question that only narrows, and the page lists it with
 * "I do not know". With the days, and without what nobody answered. sectionOf: gives the section of a
 * state. last: the question whose answer the days would tell.
 */
export function sayOwn(section, answers, days, { sectionOf, last }) {
  for (const row of section.querySelectorAll(".eg-answers__list > div")) {
    const { dataset, hash } = row.querySelector("[data-change]");
    const options = sectionOf(hash.slice(1))?.querySelectorAll("[data-value]") ?? [];
    const chosen = [...options].find((option) => option.dataset.value === answers[dataset.change]);
    if (chosen) row.querySelector("dd > span").textContent = wordsOf(chosen);
    if (chosen) nameOwn(section.querySelector(`[data-own="${dataset.change}"]`), chosen);
    if (!(dataset.change in answers)) row.remove();
  }
  if (days.length) listDays(section.querySelector("[data-part=answers]"), days, last);
}

/* What the section says for every answer must not look as if all of it were for the reader's. */
function nameOwn(line, chosen) {
  if (!line || chosen.dataset.value === UNKNOWN) return;
  line.querySelector("span").textContent = wordsOf(chosen);
  line.hidden = false;
}

/* The days stand before the answer that they would tell. */
function listDays(part, days, last) {
  const own = [...part.querySelectorAll(".eg-answers__list > div")].map(readRow);
  const isLast = ({ id }) => id === last;
  fill(part, { answers: [...own.filter((each) => !isLast(each)), ...days, ...own.filter(isLast)] });
}

function readRow(row) {
  const { dataset, hash } = row.querySelector("[data-change]");
  const [name, text] = ["dt", "dd > span"].map((words) => row.querySelector(words).textContent);
  return { id: dataset.change, change: hash.slice(1), name, text };
}

function wordsOf(option) {
  return option.querySelector(".eg-answer__text").textContent;
}
