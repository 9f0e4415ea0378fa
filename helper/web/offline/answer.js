/* What the service worker answers: pages from the network first, lasting files from the device first. */

import { find, isFile, isPage, ROOT } from "./find.js";
import { putFile, putPage } from "./keep.js";

const PATIENCE = 3000;

const savedTabs = new Set();

/** A page: the network's; the saved copy if that fails or takes too long; else the page for no connection. */
export async function page(event, address) {
  const network = visit(event.request, address);
  event.waitUntil(network.then(({ renewed }) => renewed).catch(nothing));
  const copy = await find(address);
  if (!copy) return network.then(({ response }) => response).catch(() => notSaved(address));
  const fresh = network.then(({ response }) => (response.status < 500 ? response : null)).catch(nothing);
  const response = await Promise.race([fresh, pause(PATIENCE)]);
  if (!response) savedTabs.add(event.resultingClientId);
  return response ?? copy;
}

/** A file that never changes is asked for once. */
export async function lasting(event, address) {
  const copy = await find(address);
  if (copy) return (await browsersOwn(address)) ?? copy;
  const response = await fetch(event.request);
  if (isFile(response)) event.waitUntil(putFile(address, response.clone()).catch(nothing));
  return response;
}

/** A file that changes under its name: for a saved page the saved one, so that two versions never mix. */
export async function passing(event, address) {
  const copy = await find(address);
  if (copy && savedTabs.has(event.clientId)) return copy;
  try {
    const response = await fetch(event.request);
    if (copy && isFile(response)) event.waitUntil(putFile(address, response.clone()).catch(nothing));
    return response;
  } catch (reason) {
    if (copy) return copy;
    throw reason;
  }
}

/* With its own copy a browser has kept what it made of it: the engine need not be compiled again. */
async function browsersOwn(address) {
  const response = await fetch(address, { cache: "only-if-cached", mode: "same-origin" }).catch(nothing);
  return response && isFile(response) ? response : null;
}

/* renewed: settled once the answer is in the place of a saved copy, however late it came. */
async function visit(request, address) {
  const response = await fetch(request);
  return { response, renewed: renew(address, response.clone()) };
}

async function renew(address, response) {
  if (isPage(response) && (await find(address))) await putPage(address, response).catch(nothing);
}

/* The page for no connection is made for another depth than the address that was asked for. */
async function notSaved(address) {
  if (await find(`${address}/`)) return Response.redirect(`${address}/`);
  const copy = await find(`${ROOT}offline/`);
  if (!copy) return Response.error();
  const html = (await copy.text()).replace(/="\.\.(?=["#/])\/?/g, `="${new URL(ROOT).pathname}`);
  return new Response(html, { status: 503, headers: copy.headers });
}

function pause(time) {
  return new Promise((resolve) => setTimeout(resolve, time));
}

function nothing() {
  return null;
}
