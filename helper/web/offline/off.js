/*
 * Published in the place of sw.js, this switches the service worker off: at the next load it takes away
 * everything that was kept and then itself. See decision 13.
 */

addEventListener("install", () => skipWaiting());
addEventListener("message", () => skipWaiting());
addEventListener("activate", (event) => event.waitUntil(leave()));

async function leave() {
  const ours = `escalation-guide ${new URL(registration.scope).pathname} `;
  const names = (await caches.keys()).filter((name) => name.startsWith(ours));
  await Promise.all(names.map((name) => caches.delete(name)));
  await registration.unregister();
}
