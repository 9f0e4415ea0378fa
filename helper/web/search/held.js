/* Files that are fetched before they are wanted, and a note of those that could not be. */

const PACKED = /\.(pf_\w+|pagefind)$/;
const GZIP = [0x1f, 0x8b];
const held = new Map();
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
};

async function answer(request, options) {
  const copy = held.get(pathOf(request));
  if (copy) return new Response(copy.slice(0));
  try {
    const response = await network(request, options);
    lost ||= !response.ok;
    return response.ok && PACKED.test(pathOf(request)) ? new Response(await unpacked(response)) : response;
  } catch (reason) {
    lost = true;
    throw reason;
  }
}

async function bytes(address) {
  const response = await network(address);
  if (!response.ok) throw new Error(`${address}: ${response.status}`);
  return unpacked(response);
}

async function unpacked(response) {
  const content = await response.arrayBuffer();
  const start = new Uint8Array(content, 0, Math.min(GZIP.length, content.byteLength));
  if (!globalThis.DecompressionStream || !GZIP.every((byte, at) => start[at] === byte)) return content;
  const stream = new Response(content).body.pipeThrough(new DecompressionStream("gzip"));
  return new Response(stream).arrayBuffer();
}

/* Without what follows the path, by which Pagefind gets round a browser's own copy. */
function pathOf(request) {
  return new URL(request.url ?? request, document.baseURI).pathname;
}
