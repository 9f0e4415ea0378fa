/* Handing text over: as a file, or to the clipboard. Nothing is sent anywhere. */

const KEPT = 60_000;

/** Offers a text as a file of this name. */
export function saveFile(name, type, text) {
  const address = URL.createObjectURL(new Blob([text], { type: `${type};charset=utf-8` }));
  const link = Object.assign(document.createElement("a"), { href: address, download: name });
  link.click();
  setTimeout(() => URL.revokeObjectURL(address), KEPT);
}

/**
 * Puts a text on the clipboard; gives whether it did. Where the browser refuses, the text stands
 * selected in the field of `byHand`, to be copied from there.
 */
export async function copyText(text, byHand) {
  byHand.hidden = true;
  try {
    await navigator.clipboard.writeText(text);
    return true;
  } catch {
    showByHand(text, byHand);
    return false;
  }
}

/** That the browser refused, and what to do now. what: what stands selected in the field. */
export function refused(what) {
  return `This browser does not let us copy. Copy the selected ${what} yourself.`;
}

function showByHand(text, byHand) {
  const field = byHand.querySelector("textarea");
  byHand.hidden = false;
  field.value = text;
  field.focus();
  field.select();
}
