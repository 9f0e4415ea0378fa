/* What the reader has answered: in memory and, for a reload, in this tab's storage. Nowhere else. */

const NOTHING = { trail: {}, kept: {} };

/** Answers by the state they led to, and each question's last answer by the question's short name. */
export class Memory {
  #key;
  #held = structuredClone(NOTHING);

  constructor(key) {
    this.#key = key;
  }

  /** Takes back what a reload left in the tab's storage. */
  restore() {
    quietly(() => {
      const { trail, kept } = JSON.parse(sessionStorage.getItem(this.#key)) ?? NOTHING;
      this.#held = { trail: { ...trail }, kept: { ...kept } };
    });
  }

  forget() {
    this.#held = structuredClone(NOTHING);
    quietly(() => sessionStorage.removeItem(this.#key));
  }

  /** Notes the answers that led to a state, and the list of answers of the reply if there is one. */
  note(state, answers, given = []) {
    this.#held.trail[state] = answers;
    for (const { name, value } of given) this.#held.kept[name] = value;
    quietly(() => sessionStorage.setItem(this.#key, JSON.stringify(this.#held)));
  }

  /** The answers that led to a state; undefined if it was not met. */
  answersTo(state) {
    return own(this.#held.trail, state);
  }

  /** The last answer to a question of this name; undefined if there is none. */
  lastAnswer(name) {
    return own(this.#held.kept, name);
  }
}

function own(held, key) {
  return Object.hasOwn(held, key) ? held[key] : undefined;
}

/* A browser may refuse storage, or hold what we did not write: then there is memory alone. */
function quietly(action) {
  try {
    action();
  } catch {
    return;
  }
}
