/* A clock that counts down. Nobody is told each second: it is there for whoever looks. */

export class Countdown {
  #shown;
  #ends = 0;
  #timer;

  /** shown: where it stands; data-minutes says how long it runs. */
  constructor(shown) {
    this.#shown = shown;
  }

  start() {
    this.stop();
    this.#ends = Date.now() + this.#shown.dataset.minutes * 60_000;
    this.#timer = setInterval(() => this.#tick(), 500);
    this.#tick();
  }

  stop() {
    clearInterval(this.#timer);
  }

  #tick() {
    const left = Math.max(0, Math.ceil((this.#ends - Date.now()) / 1000));
    this.#shown.textContent = `${Math.floor(left / 60)}:${String(left % 60).padStart(2, "0")}`;
    if (!left) this.stop();
  }
}
