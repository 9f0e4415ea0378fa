/* The words of a part of an index: lists in CBOR (RFC 8949). macros/search/packed.py reads the same. */

const MAGIC = "pagefind_dcd".length;
const BYTES = 2;
const TEXT = 3;
const LIST = 4;
const LONG = 24;
const DECODER = new TextDecoder();

/** The words of an unpacked part, as Pagefind writes them: without their endings. */
export function wordsOfPart(content) {
  const items = new Items(new Uint8Array(content, MAGIC));
  items.number();
  const words = [];
  for (let left = items.number(); left; left -= 1) words.push(wordOf(items));
  return words;
}

/* A word is a list: the word itself, then the pages that have it. */
function wordOf(items) {
  const pages = items.number() - 1;
  const word = items.text();
  items.skip(pages);
  return word;
}

/* One item after another. Most of a large part is skipped, so this makes nothing on its way. */
class Items {
  #bytes;
  #at = 0;
  #kind = 0;

  constructor(bytes) {
    this.#bytes = bytes;
  }

  /* The number of the next item: how many follow in a list, how long a text is. */
  number() {
    const first = this.#bytes[this.#at++];
    this.#kind = first >> 5;
    const short = first & 31;
    return short < LONG ? short : this.#long(1 << (short - LONG));
  }

  text() {
    const length = this.number();
    this.#at += length;
    return DECODER.decode(this.#bytes.subarray(this.#at - length, this.#at));
  }

  skip(items) {
    for (let left = items; left; left -= 1) {
      const number = this.number();
      if (this.#kind === LIST) left += number;
      else if (this.#kind === BYTES || this.#kind === TEXT) this.#at += number;
    }
  }

  #long(size) {
    let number = 0;
    for (let left = size; left; left -= 1) number = number * 256 + this.#bytes[this.#at++];
    return number;
  }
}
