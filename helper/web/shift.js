/* Shift pressed several times in a row, as a sign. */

const PRESSES = 3;
const WITHIN = 5000;
const UNUSED = "Quick exit was not used.";

/** Counts presses of Shift alone: not held down, not with another key or a click. */
export class ShiftPresses {
  #act;
  #say;
  #times = [];
  #alone = false;
  #timer;

  constructor(act, say) {
    this.#act = act;
    this.#say = say;
  }

  listen() {
    addEventListener("keydown", (event) => this.#down(event), true);
    addEventListener("pointerdown", () => (this.#alone = false), true);
    addEventListener("keyup", (event) => this.#up(event), true);
  }

  #down({ key, repeat, ctrlKey, altKey, metaKey }) {
    this.#alone = key === "Shift" && !(repeat || ctrlKey || altKey || metaKey);
    if (!this.#alone) this.#startAgain("");
  }

  #up({ key, timeStamp }) {
    if (key !== "Shift" || !this.#alone) return;
    this.#alone = false;
    this.#times = [...this.#times.filter((time) => timeStamp - time < WITHIN), timeStamp];
    const left = PRESSES - this.#times.length;
    if (left > 0) this.#announce(left);
    else if (left === 0) this.#act();
  }

  #announce(left) {
    this.#say(`Quick exit: press Shift ${left === 1 ? "once" : "twice"} more to leave this site.`);
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => this.#startAgain(UNUSED), WITHIN);
  }

  #startAgain(text) {
    this.#times = [];
    this.#say(text);
    clearTimeout(this.#timer);
    if (text) this.#timer = setTimeout(() => this.#say(""), WITHIN);
  }
}
