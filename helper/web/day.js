/* The fields of the form for a day. */

/** Puts a day, as 2026-11-21 or 2026-11-21 16:50, into the fields; empties them for what is none. */
export function fillDay({ elements }, day = "") {
  const [, year, month, date, time] = /^(\d+)-(\d+)-(\d+)(?: (.+))?$/.exec(day) ?? [];
  const typed = { day: date && Number(date), month: month && Number(month), year, time };
  for (const [name, value] of Object.entries(typed)) elements[name].value = value ?? "";
}

/** Puts a day into the fields and leaves a time that stands there; goes on to what is left to do. */
export function addTime(form, day, time = form.elements.time.value) {
  fillDay(form, `${day} ${time}`.trim());
  (time ? form.querySelector("[type=submit]") : form.elements.time).focus();
}

/** Says what is wrong: in the summary, and beside the fields of that part, day or time. */
export function showError(form, text, part) {
  for (const old of form.querySelectorAll("[aria-invalid]")) old.removeAttribute("aria-invalid");
  for (const beside of form.querySelectorAll("[data-error-beside]")) {
    const here = beside.dataset.errorBeside === part;
    beside.hidden = !here;
    beside.textContent = here ? text : "";
  }
  const fields = part === "time" ? ["time"] : ["day", "month", "year"];
  for (const name of fields) form.elements[name].setAttribute("aria-invalid", "true");
  const summary = form.querySelector("[data-errors]");
  summary.querySelector("a").textContent = text;
  summary.querySelector("a").href = `#date-${fields[0]}`;
  summary.hidden = false;
  summary.focus();
}
