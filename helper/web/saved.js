/* Pages that are kept on the reader's device: asking for it, and saying of a kept page that it is one. */

import { quietlyInTime } from "./quietly.js";
import { dayMonthYear } from "./today.js";

const DAY = 86_400_000;

/** The page says how old it is where that matters, and the page for no connection what else there is. */
export function sayHowOld() {
  sayIfSaved();
  listSaved();
}

/* A saved copy says of which day it is, and whether that is too long ago. The page holds the words. */
function sayIfSaved() {
  const { saved } = document.documentElement.dataset;
  const line = document.querySelector("[data-saved-line]");
  if (!saved || !line) return;
  line.querySelector("[data-saved-day]").textContent = dayMonthYear(new Date(saved));
  line.querySelector("[data-saved-old]").hidden = Date.now() - Date.parse(saved) <= line.dataset.days * DAY;
}

/* On the page for no connection: only what is on this device. */
async function listSaved() {
  const rows = [...document.querySelectorAll("[data-saved-list] > li")];
  await quietlyInTime(() => Promise.all(rows.map(showIfSaved)));
  for (const none of document.querySelectorAll("[data-saved-none]")) none.hidden = rows.some((row) => !row.hidden);
}

/**
 * Has the pages kept that belong to this one, and the engine if it has been used; nobody waits for it. A
 * browser may have no such storage, refuse it or have no room left: then pages need a connection.
 */
export function keepPages(engine = false) {
  const line = document.querySelector("[data-saved-line]");
  if (!line) return;
  const { worker, keeps: policy } = line.dataset;
  quietlyInTime(() => (worker ? keep(worker, { policy, engine }) : stopKeeping()));
}

/* A worker that takes over while the page is open is told as well; one that is about to leave is not. */
async function keep(worker, wanted) {
  const { serviceWorker } = navigator;
  serviceWorker.addEventListener("controllerchange", () => serviceWorker.controller?.postMessage(wanted));
  const registration = await serviceWorker.register(worker);
  letTakeOver(registration);
  whenInstalled(registration);
  registration.addEventListener("updatefound", () => whenInstalled(registration));
  const { active } = await serviceWorker.ready;
  if (!registration.installing && !registration.waiting) active.postMessage(wanted);
}

function whenInstalled(registration) {
  registration.installing?.addEventListener("statechange", () => letTakeOver(registration), { once: true });
}

/*
 * Asked until it has worked: Chromium gives the change up where the old worker is wanted just as it ends,
 * and from then on lets every page wait.
 */
function letTakeOver(registration) {
  if (!registration.waiting) return;
  registration.waiting.postMessage({ takeOver: true });
  setTimeout(letTakeOver, 1000, registration);
}

/* A site under work: a worker that an earlier site left at this address would only be in the way. */
async function stopKeeping() {
  const registration = await navigator.serviceWorker.getRegistration();
  await registration?.unregister();
}

async function showIfSaved(row) {
  row.hidden = !(await caches.match(row.querySelector("a").href));
}
