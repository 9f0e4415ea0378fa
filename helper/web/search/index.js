/* One index: every wording is looked for, and each page stands where its best wording puts it. */

import { failure } from "./everything.js";
import { heldFetch } from "./held.js";
import { begins, plainWords } from "./standing.js";

const QUOTED = /^\s*".+"\s*$/;

export class Index {
  #pagefind;
  #basePath;

  /* basePath: the address of its folder. */
  constructor(pagefind, basePath) {
    this.#pagefind = pagefind;
    this.#basePath = basePath;
  }

  /**
   * The pages in which all words of a wording stand, best first; those of the partnership `first` before
   * the others. Rejects if a part of the index could not be had.
   */
  async find(wordings, filters, first) {
    if (!first) return this.#ranked(wordings, filters);
    const own = await this.#ranked(wordings, { ...filters, partnership: first });
    return [...own, ...(await this.#ranked(wordings, { ...filters, not: { partnership: first } }))];
  }

  async #ranked(wordings, filters) {
    const best = new Map();
    heldFetch.note();
    await Promise.all(wordings.map((words) => this.#pagefind.preload(words, { filters })));
    for (const words of await this.#standing(wordings)) {
      const { results } = await this.#pagefind.search(words, { filters });
      for (const page of results) if (!(best.get(page.id)?.score >= page.score)) best.set(page.id, page);
    }
    if (heldFetch.wasLost) throw failure("offline");
    return [...best.values()].sort((one, other) => other.score - one.score);
  }

  /* The wordings of which every word stands somewhere. What is in quotation marks Pagefind takes as it stands. */
  async #standing(wordings) {
    const known = heldFetch.wordsUnder(this.#basePath);
    if (!known) return wordings;
    const stand = await Promise.all(wordings.map((words) => QUOTED.test(words) || this.#stands(words, known)));
    return wordings.filter((_, at) => stand[at]);
  }

  async #stands(wording, known) {
    for (const word of plainWords(wording)) {
      if (!begins(word, known) && !(await this.#isStem(word))) return false;
    }
    return true;
  }

  /* Whether the word stands with another ending: "disability" where a page has "disabled". Asks for nothing more. */
  async #isStem(word) {
    const { results } = await this.#pagefind.search(`"${word}"`);
    return results.length > 0;
  }
}
