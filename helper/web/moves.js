/*
 * The ways in which a reader moves. push: with a new entry in the history. exactly: to the state also where
 * the reply would ask on. calmly: nobody asked for it, so the focus stays while the section does, and what
 * was said of the link still is.
 */

/** To wherever an answer leads. */
export const ONWARD = Object.freeze({ push: true, exactly: false, calmly: false });

/** To a question that was put before. */
export const BACK = Object.freeze({ push: true, exactly: true, calmly: false });

/** To another entry of the history. */
export const TRAVEL = Object.freeze({ push: false, exactly: true, calmly: false });

/** To where the reader is, with what can be said there now. */
export const ANEW = Object.freeze({ push: false, exactly: true, calmly: true });

/** To wherever the answers lead by now. */
export const FURTHER = Object.freeze({ push: false, exactly: false, calmly: true });
