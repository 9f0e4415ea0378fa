/* What can wait until the page is there: nothing that the reader does should wait for it. */

/** Calls back once the page has nothing else to do. */
export function whenIdle(callback) {
  if (window.requestIdleCallback) requestIdleCallback(callback, { timeout: 3000 });
  else setTimeout(callback, 500);
}
