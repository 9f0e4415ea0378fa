/* The words of a part of an index: lists in CBOR (RFC 8949). macros/search/packed.py reads the same. */

const MAGIC = "pagefind_dcd".length;
const BYTES = 2;
const TEXT = 3;
const LIST = 4;
const LONG = 24;

/** The words of an unpacked part, as Pagefind writes them: without their endings. */
export function wordsOfPart(content) {
  const view = new DataView(content, MAGIC);
  return itemsAt(view, firstOf(view, 0)).map((word) => textAt(view, firstOf(view, word)));
}

/* Where the first item of the list at this place begins. */
function firstOf(view, at) {
  return head(view, at).after;
}

/* Where the items of the list at this place begin. */
function itemsAt(view, at) {
  const { number, after } = head(view, at);
  const begins = [];
  for (let begin = after; begins.length < number; begin = end(view, begin)) begins.push(begin);
  return begins;
}

function end(view, at) {
  const { kind, number, after } = head(view, at);
  if (kind === BYTES || kind === TEXT) return after + number;
  let last = after;
  if (kind === LIST) for (let left = number; left; left -= 1) last = end(view, last);
  return last;
}

/* The kind of an item, its number or length, and where its content begins. */
function head(view, at) {
  const kind = view.getUint8(at) >> 5;
  const short = view.getUint8(at) & 31;
  if (short < LONG) return { kind, number: short, after: at + 1 };
  const size = 1 << (short - LONG);
  const read = { 1: "getUint8", 2: "getUint16", 4: "getUint32" }[size];
  return { kind, number: view[read](at + 1), after: at + 1 + size };
}

function textAt(view, at) {
  const { number, after } = head(view, at);
  return new TextDecoder().decode(new Uint8Array(view.buffer, view.byteOffset + after, number));
}
