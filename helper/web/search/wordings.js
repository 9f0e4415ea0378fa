/* Other ways to write what was typed: short forms, spellings. The page brings the groups of them. */

const MOST = 6;
const DOTTED = /(?<![\p{L}\p{N}])(?:\p{L}\.)+\p{L}(?![\p{L}\p{N}])\.?/gu;

/** What was typed, and the same with each wording of a group in the place of the others. */
export function wordings(typed, groups) {
  const text = withoutLetters(withoutDots(typed.toLowerCase().replaceAll("’", "'").replace(/\s+/g, " ").trim()));
  const found = [text];
  for (const group of groups) {
    const said = longestIn(text, group);
    if (!said) continue;
    for (const other of group) if (other !== said) found.push(replaced(text, said, other));
  }
  return found.slice(0, MOST);
}

/* A short form is often written with full stops: "D.S.L." */
function withoutDots(text) {
  return text.replace(DOTTED, (letters) => letters.replaceAll(".", ""));
}

/* A lone letter would stand for every word that begins with it. In quotation marks each word counts. */
function withoutLetters(text) {
  const words = text.split(" ").filter((word) => !/^\p{L}$/u.test(word));
  return text.startsWith('"') || !words.length ? text : words.join(" ");
}

function longestIn(text, group) {
  return group.filter((wording) => wordsOf(wording).test(text)).sort((one, other) => other.length - one.length)[0];
}

function replaced(text, said, other) {
  return text.replace(wordsOf(said), (_, before) => before + other);
}

/* A wording as whole words; its full stops are plain text. */
function wordsOf(wording) {
  return new RegExp(`(^|[^\\p{L}\\p{N}])${wording.replace(/[.*+?^${}()|[\]\\]/g, "\\$&")}(?![\\p{L}\\p{N}])`, "u");
}
