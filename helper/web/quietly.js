/* What may fail without harm: a browser may refuse storage, or hold there what we did not write. */

/** Does it, as far as it can be done. */
export function quietly(action) {
  try {
    action();
  } catch {
    return;
  }
}

/** The same for what takes its time: kept once it is done, or has failed. */
export async function quietlyInTime(action) {
  try {
    await action();
  } catch {
    return;
  }
}
