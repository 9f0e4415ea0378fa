/* Finding one's area: the list holds what fits while one types. What is typed stays in the field. */

const SHORT = new Map([["and", ""], ["saint", "st"]]);

/* What a council calls itself beside its name. */
const KINDS = "authority borough city council county district london mbc metropolitan of royal the trust unitary".split(" ");

/** Shows the field, and narrows the rows of the page by what is typed into it. */
export function findAreas() {
  const part = document.querySelector("[data-find]");
  if (part) new Finder(part);
}

class Finder {
  #field;
  #count;
  #folds = [...document.querySelectorAll("[data-find-fold]")];
  #rows = [...document.querySelectorAll("[data-area]")].map((row) => ({ row, words: wordsOf(row.dataset.area) }));

  constructor(part) {
    this.#field = part.querySelector("input");
    this.#count = part.querySelector("[data-find-count]");
    part.hidden = false;
    this.#field.addEventListener("input", () => this.#narrow());
    this.#field.addEventListener("keydown", (event) => this.#press(event));
    addEventListener("pageshow", () => this.#field.value && this.#narrow());
  }

  get #found() {
    return this.#rows.filter(({ row }) => !row.hidden);
  }

  #narrow() {
    const typed = wordsOf(this.#field.value);
    const ranks = this.#rows.map(({ words }) => rank(typed, words));
    const best = Math.max(1, ...ranks);
    this.#rows.forEach(({ row }, at) => (row.hidden = ranks[at] < best));
    for (const fold of this.#folds) {
      fold.hidden = !fold.querySelector("[data-area]:not([hidden])");
      fold.querySelector("summary").hidden = fold.open = typed.length > 0;
    }
    const { length } = this.#found;
    const found = length ? `${length} ${length === 1 ? "area" : "areas"}` : this.#count.dataset.none;
    this.#count.textContent = typed.length ? found : "";
  }

  /* A key that ends the writing of a letter, as some alphabets need, is none of ours. */
  #press({ key, isComposing }) {
    if (isComposing) return;
    if (key === "Escape") this.#clear();
    if (key === "Enter" && this.#field.value.trim() && this.#found.length === 1) {
      location.assign(this.#found[0].row.querySelector("a").href);
    }
  }

  #clear() {
    this.#field.value = "";
    this.#narrow();
  }
}

/* Without accents, capitals and apostrophes; "and" and "saint" as they are usually shortened. */
function wordsOf(text) {
  const plain = text.normalize("NFD").replace(/[\p{M}'’.]/gu, "").toLowerCase();
  return plain.split(/[^\p{L}\p{N}]+/u).map((word) => SHORT.get(word) ?? word).filter(Boolean);
}

/* 0 where a name is missing. "Sefton Council" and as much of it as is typed is Sefton; a "council" alone has to be there. */
function rank(typed, words) {
  const names = typed.filter((each) => !KINDS.some((kind) => kind.startsWith(each)));
  const has = (each) => fits(each, words);
  return (names.length ? names : typed).every(has) ? 1 + typed.filter(has).length : 0;
}

/* The beginning of a word, or the short form of a county: "beds", "herts", "notts". */
function fits(typed, words) {
  const county = typed.endsWith("s") ? typed.slice(0, -1) : typed;
  return words.some((word) => word.startsWith(typed) || (word.endsWith("shire") && word.startsWith(county)));
}
