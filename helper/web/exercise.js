/* An exercise: a situation of the policy's own, on a day of its own, kept apart from any real case. */

/** Of the exercise that an entry of the history is part of, or that a followed link opens; null for a real case. */
export function exerciseOf(entry, { mark }) {
  const id = entry?.state ? entry.exercise : mark?.id;
  const words = id ? document.getElementById(id) : null;
  if (!words?.matches("[data-today]")) return null;
  const { today, given } = words.dataset;
  return { id, words, day: today, answers: JSON.parse(given) };
}

/** Where this tab keeps its answers: those of an exercise and of a case never meet. */
export function storageKey(exercise) {
  return `${exercise ? "exercise" : "answers"}:${location.pathname}`;
}

/** Says for as long as the exercise goes on that it is one. end: what its button does. */
export function showExercise(root, { id, words, day }, end) {
  root.dataset.exercise = id;
  root.dataset.exerciseDay = day;
  const line = root.querySelector("[data-exercise-line]");
  line.querySelector("[data-exercise-words]").append(...words.cloneNode(true).childNodes);
  line.querySelector("[data-exercise-end]").addEventListener("click", end);
  line.hidden = false;
}

/** Asks as if today were the day of the exercise. */
export function onItsDay(ask, exercise) {
  if (!exercise) return ask;
  return Object.assign((answers) => ask(answers, exercise.day), { hasAll: ask.hasAll });
}

/** Opens the page as if for the first time, at a state or at its beginning; with an entry as if come back to it. */
export function openAnew(state = "", entry = null) {
  history.replaceState(entry, "", state ? `#${state}` : location.pathname);
  location.reload();
}

/** Whether an entry of the history needs the page anew: an exercise begins or ends, or a link says more than a state. */
export function needsPageAnew(entry, exercise, { mark, days }) {
  if (entry?.state) return entry.exercise !== exercise?.id;
  return Boolean(mark) || Object.keys(days).length > 0;
}
