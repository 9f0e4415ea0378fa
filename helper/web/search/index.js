/* One index: every wording is looked for, and each page stands where its best wording puts it. */

import { failure } from "./everything.js";
import { heldFetch } from "./held.js";

export class Index {
  #pagefind;

  constructor(pagefind) {
    this.#pagefind = pagefind;
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
    for (const words of wordings) {
      const { results } = await this.#pagefind.search(words, { filters });
      for (const page of results) if (!(best.get(page.id)?.score >= page.score)) best.set(page.id, page);
    }
    if (heldFetch.wasLost) throw failure("offline");
    return [...best.values()].sort((one, other) => other.score - one.score);
  }
}
