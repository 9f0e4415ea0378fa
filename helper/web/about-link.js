/* What is said of the link that was followed, until the reader goes on. */

/* One line each on a narrow phone, so that nothing moves when it comes. */
const NO_SUCH_LINK = "We do not know this link. Start here.";
const LATER = "The link’s question comes later.";

/** line: what to say; empty if there is nothing. */
export class AboutLink {
  line = "";
  #named = "";

  isNotKnown() {
    this.line = NO_SUCH_LINK;
  }

  /** It names a question about a day, which nobody has put yet. */
  names(state) {
    this.#named = state;
  }

  /** The reader is at a place: at another question than the one that it names, or not. */
  arrivedAt(place) {
    if (this.#named) this.line = place.asksAnother(this.#named) ? LATER : "";
  }

  forget() {
    this.line = this.#named = "";
  }
}
