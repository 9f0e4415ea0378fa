/* The page's side of the worker: starts it, asks it, and gives up after a time. */

import { today } from "./today.js";

const BOOT_LIMIT = 60_000;
const ANSWER_LIMIT = 10_000;

/** Starts the engine of a folder for a policy; gives a function that asks it, about today or a given day. */
export async function startEngine(folder, policyAddress) {
  const [parts, policy] = await Promise.all([addresses(folder), read(policyAddress)]);
  const line = new Line(parts.worker);
  await line.send({ engine: parts, policy }, BOOT_LIMIT);
  return (answers, day = today()) => line.send({ answers, today: day }, ANSWER_LIMIT);
}

/* A worker that fails once is stopped for good; what it was asked, or is asked later, is rejected. */
class Line {
  #worker;
  #waiting = new Map();
  #count = 0;
  #failure = null;

  constructor(address) {
    this.#worker = new Worker(address, { type: "module" });
    this.#worker.addEventListener("error", () => this.#fail("The worker did not start."));
    this.#worker.addEventListener("message", ({ data }) => this.#receive(data));
  }

  async send(message, limit) {
    if (this.#failure) throw this.#failure;
    const timer = setTimeout(() => this.#fail("No reply in time."), limit);
    return this.#post(message).finally(() => clearTimeout(timer));
  }

  #post(message) {
    const id = this.#count++;
    return new Promise((resolve, reject) => {
      this.#waiting.set(id, { resolve, reject });
      this.#worker.postMessage({ id, ...message });
    });
  }

  #receive({ id, reply }) {
    if (reply.type === "failed") return this.#fail(reply.text);
    this.#waiting.get(id)?.resolve(reply);
    this.#waiting.delete(id);
  }

  #fail(text) {
    this.#failure = new Error(text);
    this.#worker.terminate();
    for (const { reject } of this.#waiting.values()) reject(this.#failure);
    this.#waiting.clear();
  }
}

/* engine.json names the file of each part, so that names can change without the script. */
async function addresses(folder) {
  const base = new URL(folder.replace(/\/?$/, "/"), document.baseURI);
  const names = Object.entries(JSON.parse(await read(new URL("engine.json", base))));
  return Object.fromEntries(names.map(([part, name]) => [part, new URL(name, base).href]));
}

async function read(address) {
  const response = await fetch(address, { signal: AbortSignal.timeout(BOOT_LIMIT) });
  if (!response.ok) throw new Error(`${address}: ${response.status}`);
  return response.text();
}
