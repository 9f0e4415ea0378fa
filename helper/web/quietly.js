/* What may fail without harm: a browser may refuse storage, or hold there what we did not write. */

/** Does it, as far as it can be done. */
export function quietly(action) {
  try {
    action();
  } catch {
    return;
  }
}
