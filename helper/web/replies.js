/* Asking the engine, and what its replies say. */

/** What stands between a day and a clock time as they are typed. */
export const AT = " at ";

/** "I do not know". */
export const UNKNOWN = "unknown";

const DAY = /^\d{4}-\d{2}-\d{2}(?: \d{2}:\d{2})?$/;

/**
 * The reply to the answers; null where there is none, so that the page's own sections have to do. A
 * day that the reader gave before to the same question is given again, except to the question whose
 * id or state is `stop`: that one is to be put.
 */
export async function converse(ask, answers, answerAgain, stop) {
  const reply = await ask(answers);
  if (!reply) return null;
  if (isError(reply)) return putAgain(ask, answers, answerAgain, reply);
  const again = reply.kind === "date" && ![reply.id, reply.state].includes(stop);
  const given = again ? answerAgain(reply) : undefined;
  if (given === undefined) return reply;
  return converse(ask, { ...answers, [reply.id]: given }, answerAgain, stop);
}

/* The question whose answer was refused; one about a day with the words that say why as `error`. */
async function putAgain(ask, answers, answerAgain, refusal) {
  const { [refusal.question]: refused, ...others } = answers;
  if (refused === undefined) return refusal;
  const reply = await converse(ask, others, answerAgain, refusal.question);
  if (!reply) return null;
  const same = reply.kind === "date" && reply.id === refusal.question;
  if (!same) return { ...reply, error: "" };
  return { ...reply, error: refusal.text, part: await faultyPart(ask, answers, refusal.question) };
}

/* The time is at fault where the day alone would be accepted. */
async function faultyPart(ask, answers, question) {
  const [day, time] = answers[question].split(AT);
  if (!time) return "day";
  const alone = await ask({ ...answers, [question]: day });
  return !alone || (isError(alone) && alone.question === question) ? "day" : "time";
}

/** Whether there is nothing to show: not even the question that was answered wrongly. */
export function isError(reply) {
  return reply?.type === "error";
}

/** Whether a reply may be shown where this state is wanted: it, or the next step that it is today. */
export function fits(reply, state) {
  return reply.state === state || reply.type === "next_step";
}

/** Whether a reply has a day in it, still to come or passed. */
export function isDated(reply) {
  return Boolean(reply?.act_by || reply?.passed?.length);
}

/** Whether an answer, as replies give it, is a day or a day and a time; otherwise it is a choice. */
export function isDay(value) {
  return DAY.test(value);
}

/** The answers of a reply by question id, in the order of the questions. */
export function valuesOf(reply) {
  return Object.fromEntries(reply.answers.map(({ id, value }) => [id, value]));
}

/** The answers given before the one to this question. */
export function before(answers, id) {
  const given = Object.entries(answers);
  const end = given.findIndex(([each]) => each === id);
  return Object.fromEntries(end < 0 ? given : given.slice(0, end));
}
