/* Where kept files are, and what kind of file an address or an answer is. */

export const ROOT = registration.scope;
export const LISTS = `${ROOT}assets/saved/`;
const OURS = `escalation-guide ${new URL(ROOT).pathname} `;
export const NOW = OURS + BUILD.version;

/* What a file must be of which a browser takes only one type, by the end of its name. */
const TYPES = { css: "css", js: "javascript", json: "json", mjs: "javascript", wasm: "wasm" };

/* A name made from the content, which therefore never changes. */
const LASTING = /^assets\/.*[-./](?=[a-f]*\d)[0-9a-f]{8,}[./]/;

/** The kept answer to an address, of this version if there is one; null if there is none. */
export async function find(address) {
  for (const cacheName of [NOW, ...(await olderCaches())]) {
    const copy = await caches.match(address, { cacheName, ignoreVary: true });
    if (copy) return copy;
  }
  return null;
}

/**
 * The names of the caches of older versions of this site, latest first. They stand in the order in which
 * they were made: one after ours belongs to a worker that is about to take over.
 */
export async function olderCaches() {
  const names = (await caches.keys()).filter((name) => name.startsWith(OURS));
  const ours = names.indexOf(NOW);
  return names.slice(0, ours < 0 ? names.length : ours).reverse();
}

/** The addresses of the lists in a cache: one for each partnership that is kept. */
export async function listsIn(cache) {
  return (await cache.keys()).map(({ url }) => url).filter((url) => url.startsWith(LISTS));
}

/** Without what may follow the path: it is no part of a page's name, and might be private. */
export function addressOf(url) {
  const { origin, pathname } = new URL(url);
  return origin + pathname;
}

/** Whether a file never changes under its address. */
export function isLasting(address) {
  return LASTING.test(address.slice(ROOT.length));
}

/** Whether an answer is a page: a host in trouble, or a network with a page of its own, may send anything. */
export function isPage(response) {
  return isWhole(response) && isHtml(response);
}

/** Whether an answer is a file that is no page, and of the type that its name says. */
export function isFile(response) {
  const wanted = TYPES[addressOf(response.url).split(".").at(-1)] ?? "";
  return isWhole(response) && !isHtml(response) && typeOf(response).includes(wanted);
}

/** Whether the text of a page is ours: a web filter puts its own in the place of any. */
export function isOurs(html) {
  return html.includes(BUILD.mark);
}

/** Whether a file begins as a page does, whatever type it was given; only its beginning is read. */
export async function beginsAsPage(response) {
  const reader = response.clone().body.getReader();
  const { value } = await reader.read();
  reader.cancel();
  return /^\s*<(?!svg|\?xml)/.test(new TextDecoder().decode(value?.slice(0, 99)));
}

/** The answer, if it is a file. */
export function expectFile(response) {
  if (!isFile(response)) throw new Error(`${response.url}: ${response.status}`);
  return response;
}

/** When an answer was given, as milliseconds: by the host's clock, or by this device's. */
export function savedAt({ headers }) {
  return Date.parse(headers.get("date")) || Date.now();
}

function isWhole({ status, redirected }) {
  return status === 200 && !redirected;
}

function isHtml(response) {
  return typeOf(response).startsWith("text/html");
}

function typeOf({ headers }) {
  return (headers.get("content-type") ?? "").toLowerCase();
}
