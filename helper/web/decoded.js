/* Text that may have been written as codes, as in an address: read as it was meant. */

/** Some mail programs write & and ~ as codes; a stray % is no code. */
export function decoded(text) {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}
