/* Files that are fetched before they are wanted, and a note of those that could not be. */

import { wordsOfPart } from "./part.js";

const PACKED = /\.(pf_\w+|pagefind)$/;
const PART = /\.pf_index$/;
const GZIP = [0x1f, 0x8b];
const held = new Map();
const words = new Map();
const network = globalThis.fetch;
let lost = false;

/**
 * Pagefind asks for its files by the browser's `fetch`, says of none that it is missing, and goes on.
 * Once installed, this answers from what is held, so that nothing is asked for while somebody types. What
 * is packed the browser unpacks: Pagefind would do so in script, and takes what is unpacked as it is.
 */
export const heldFetch = {
  install() {
    globalThis.fetch = answer;
  },

  /** Fetches files now, for good. Rejects if one cannot be had. */
  async hold(addresses) {
    await Promise.all(addresses.map(async (address) => held.set(pathOf(address), await bytes(address))));
  },

  /** Begins to note anew whether a file could not be had. */
  note() {
    lost = false;
  },

  get wasLost() {
    return lost;
  },

  /** The words of the parts under an address that were asked for; null if this browser cannot unpack them. */
  wordsUnder(address) {
    const parts = [...words].filter(([path]) => path.startsWith(pathOf(address)));
    return parts.every(([, known]) => known) ? parts.flatMap(([, known]) => known) : null;
  },
};

async function answer(request, options) {
  const path = pathOf(request);
  const copy = held.get(path);
  if (copy) return noted(path, copy.slice(0));
  try {
    const response = await network(request, options);
    lost ||= !response.ok;
    return response.ok && PACKED.test(path) ? noted(path, await unpacked(response)) : response;
  } catch (reason) {
    lost = true;
    throw reason;
  }
}

function noted(path, content) {
  if (PART.test(path)) words.set(path, isPacked(content) ? null : wordsOfPart(content));
  return new Response(content);
}

async function bytes(address) {
  const response = await network(address);
  if (!response.ok) throw new Error(`${address}: ${response.status}`);
  return unpacked(response);
}

async function unpacked(response) {
  const content = await response.arrayBuffer();
  if (!globalThis.DecompressionStream || !isPacked(content)) return content;
  const stream = new Response(content).body.pipeThrough(new DecompressionStream("gzip"));
  return new Response(stream).arrayBuffer();
}

function isPacked(content) {
  const start = new Uint8Array(content, 0, Math.min(GZIP.length, content.byteLength));
  return GZIP.every((byte, at) => start[at] === byte);
}

/* Without what follows the path, by which Pagefind gets round a browser's own copy. */
function pathOf(request) {
  return new URL(request.url ?? request, document.baseURI).pathname;
}
