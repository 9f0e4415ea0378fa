/* Text that stands on the page alone: the browser asks before it goes. Quick exit clears first, so it never asks. */

const CALLS = new Set(["tel:", "mailto:"]);

let calling = false;
const ask = (event) => calling || event.preventDefault();
const notice = ({ target }) => (calling = CALLS.has(target.closest("a")?.protocol));

/**
 * Has the browser ask, in its own words, before this page is left or loaded anew; or no longer.
 * To a browser a link to a telephone number leaves the page, and 999 must not wait for an answer.
 */
export function askBeforeLeaving(asks) {
  const change = asks ? addEventListener : removeEventListener;
  calling = false;
  change("beforeunload", ask);
  change("click", notice, true);
}
