/*
 * The service worker: keeps pages on the reader's device for when there is no connection. It keeps only
 * what anybody may read, and nothing from elsewhere. macros/offline.py writes BUILD before it.
 */

import { lasting, page, passing } from "./answer.js";
import { addressOf, isLasting, ROOT } from "./find.js";
import { keepFor, keepForEverybody } from "./keep.js";

let work = Promise.resolve();

addEventListener("install", (event) => event.waitUntil(keepForEverybody()));
addEventListener("activate", (event) => event.waitUntil(clients.claim()));
addEventListener("message", (event) => event.waitUntil(told(event.data)));
addEventListener("fetch", (event) => {
  const { method, url, mode, headers } = event.request;
  if (method !== "GET" || !url.startsWith(ROOT) || headers.has("range")) return;
  const address = addressOf(url);
  if (mode === "navigate") event.respondWith(page(event, address));
  else if (isLasting(address)) event.respondWith(lasting(event, address));
  else event.respondWith(passing(event, address));
});

/* It takes over when a page asks for it, which asks again if the browser gave the change up. */
function told(what) {
  return what.takeOver ? skipWaiting() : inTurn(() => keepFor(what));
}

/* One thing after another; one that fails, for want of a connection or of room, is left for the next time. */
function inTurn(act) {
  work = work.then(act).catch((reason) => console.debug(reason));
  return work;
}
