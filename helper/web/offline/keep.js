/* What the service worker keeps, and what it lets go. */

import { addressOf, beginsAsPage, expectFile, find, isLasting, isOurs, isPage } from "./find.js";
import { LISTS, listsIn, NOW, olderCaches, ROOT, savedAt } from "./find.js";

const DAY = 86_400_000;
const KEPT_AT = "x-kept-at";
const PARTNERSHIPS = 3;

export function keepForEverybody() {
  return eachOf(BUILD.pages, keepAnew);
}

/** policy: whose pages are read. engine: it has been used. Then what an older version kept is let go. */
export async function keepFor({ policy, engine }) {
  if (policy) await keepPolicy(`${LISTS}${policy}.json`);
  if (engine) await eachOf(BUILD.engine, (file) => keep(ROOT + file));
  await eachOf(await olderCaches(), replace);
  await letGoAllBut(PARTNERSHIPS);
}

/* Keeps an answer; not for a worker that another has followed, whose copies are let go meanwhile. */
async function put(address, response) {
  if (self.serviceWorker?.state === "redundant") return;
  await (await caches.open(NOW)).put(address, response);
}

/** Keeps a file, if it is no page under a file's name. */
export async function putFile(address, response) {
  if (await beginsAsPage(response)) throw new Error(`${address}: a page`);
  await put(address, response);
}

/** Keeps a page of ours with its day on it, after the files that it names: it never stands there without them. */
export async function putPage(address, response) {
  const day = new Date(savedAt(response)).toISOString();
  const html = await response.text();
  if (!isOurs(html)) throw new Error(`${address}: not ours`);
  await eachOf(filesOf(html, address), keep);
  const headers = new Headers(response.headers);
  for (const name of ["content-encoding", "content-length"]) headers.delete(name);
  await put(address, new Response(html.replace("<html", `<html data-saved="${day}"`), { headers }));
}

/*
 * All that belongs to a partnership, at most once a day; its list goes in last and says that all is there.
 * The day is by this device's clock at both ends: where that is wrong, the host's would never agree with it.
 */
async function keepPolicy(list) {
  const held = await caches.match(list, { cacheName: NOW });
  if (held && Date.now() - held.headers.get(KEPT_AT) < DAY) return put(list, held);
  const response = await fetch(list, { cache: "no-cache" });
  if (response.status === 404) return;
  const paths = await expectFile(response).json();
  await eachOf(paths, keepAnew);
  await put(list, Response.json(paths, { headers: { [KEPT_AT]: Date.now() } }));
}

/* What an older version kept is kept anew; it goes only when that has worked. */
async function replace(older) {
  const cache = await caches.open(older);
  await eachOf(await listsIn(cache), keepPolicy);
  for (const file of BUILD.engine) if (await cache.match(ROOT + file)) await keep(ROOT + file);
  await caches.delete(older);
}

/* The lists stand in the order in which their partnerships were last read; two share their comparison. */
async function letGoAllBut(number) {
  const cache = await caches.open(NOW);
  const lists = await listsIn(cache);
  const pathsOf = async (some) => (await Promise.all(some.map(async (list) => (await cache.match(list)).json()))).flat();
  const staying = new Set(await pathsOf(lists.slice(-number)));
  const going = lists.slice(0, -number);
  const leaving = (await pathsOf(going)).filter((path) => !staying.has(path));
  await eachOf([...leaving.map((path) => ROOT + path), ...going], (address) => cache.delete(address));
}

function keepAnew(path) {
  const address = ROOT + path;
  if (address.endsWith("/")) return keepPage(address);
  return isLasting(address) ? keep(address) : keepFile(address);
}

async function keepPage(address) {
  const response = await fetch(address, { cache: "no-cache" });
  if (!isPage(response)) throw new Error(`${address}: ${response.status}`);
  await putPage(address, response);
}

/* A file that is there stays; one of an older version is taken over if its name is made from its content. */
async function keep(address) {
  if (await caches.match(address, { cacheName: NOW })) return;
  const copy = isLasting(address) && (await find(address));
  await (copy ? put(address, copy) : keepFile(address));
}

async function keepFile(address) {
  const response = await fetch(address, { cache: isLasting(address) ? "default" : "no-cache" });
  await putFile(address, expectFile(response));
}

/* But for the policies that a page can compare: of those each partnership keeps its own. */
function filesOf(html, address) {
  const found = [...html.matchAll(/([\w-]+)="((?:\.\.?\/)*assets\/[^"]+\.\w+)"/g)];
  const needed = found.filter(([, name]) => name !== "data-column");
  return new Set(needed.map(([, , path]) => addressOf(new URL(path, address))));
}

async function eachOf(items, act) {
  for (const item of items) await act(item);
}
