/* Whether the words of a wording stand in an index. Pagefind itself takes "be" for a "Berkshire" that no page has. */

const ENDINGS = (
  "able ally ances antly ants ately atings ations atives ators edly eers eings ements ences entatives ently ents ers " +
  "ibilities ies ings ions isations ised ising ities ively iveness izations ized izing ly ments nesses ors ously " +
  "rals utions"
).split(" ");
const INFLECTED = /(?:e?s|ed|ing)$/;
const SHORTEST = 3;

/** What was typed, as Pagefind compares it: in small letters, without accents and signs. */
export function plainWords(wording) {
  const words = wording.toLowerCase().normalize("NFD").split(/\s+/);
  return words.map((word) => word.replace(/[^\p{L}\p{N}]/gu, "")).filter(Boolean);
}

/**
 * Whether one of the known words, which have lost their endings, begins like this one, with or without
 * its own "s", "ed" or "ing"; or whether this one is such a word and the beginning of an ending:
 * "escalati" on the way from "escal" to "escalation".
 */
export function begins(word, known) {
  const bare = word.replace(INFLECTED, "");
  const starts = bare.length < SHORTEST ? [word] : [word, bare];
  return known.some((other) => starts.some((start) => other.startsWith(start)) || isEnding(word, other));
}

function isEnding(word, stem) {
  if (stem.length <= SHORTEST || !word.startsWith(stem)) return false;
  const rest = word.slice(stem.length);
  const doubled = rest[0] === stem.at(-1) ? rest.slice(1) : rest;
  return ENDINGS.some((ending) => ending.startsWith(rest) || (doubled && ending.startsWith(doubled)));
}
