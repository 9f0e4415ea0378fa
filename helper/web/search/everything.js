/* The indexes: one of every partnership, and one of each, which is fetched whole. */

import { heldFetch } from "./held.js";
import { Index } from "./index.js";

const ALL = "_all";

/** Opens each index once. */
export class Everything {
  #root;
  #open = new Map();

  /* root: the address of the site. */
  constructor(root) {
    this.#root = root;
  }

  /** The index of a partnership, or of all. Rejects with an error whose `search` says what to tell. */
  open(partnership) {
    if (!this.#open.has(partnership)) this.#open.set(partnership, this.#load(partnership));
    const index = this.#open.get(partnership);
    index.catch(() => this.#open.delete(partnership));
    return index;
  }

  async #load(partnership) {
    const { program, folder, files } = await this.#told(partnership || ALL);
    const basePath = new URL(folder, this.#root).href;
    const { createInstance } = await this.#orOffline(import(new URL(program, this.#root).href));
    if (partnership) await this.#orOffline(heldFetch.hold(files.map((file) => basePath + file)));
    const baseUrl = new URL(partnership ? `${partnership}/` : "", this.#root).pathname;
    const pagefind = createInstance({ basePath, baseUrl, noWorker: true });
    await pagefind.init();
    return new Index(pagefind, basePath);
  }

  /* The name of an index's folder changes with its content; this file says what it is. */
  async #told(name) {
    const response = await this.#orOffline(fetch(new URL(`assets/search/${name}.json`, this.#root)));
    if (!response.ok) throw failure("unbuilt", response.status);
    return response.json();
  }

  async #orOffline(promise) {
    try {
      return await promise;
    } catch (reason) {
      throw failure("offline", reason);
    }
  }
}

/** An error with what the page is to tell. */
export function failure(search, cause) {
  return Object.assign(new Error(`search: ${search}`, { cause }), { search });
}
