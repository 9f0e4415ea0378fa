/* What is written as an address can be pressed: a web page, a mailbox, a telephone number. */

/* As in macros/render.py, which does the same while the site is built. */
const WEB = String.raw`https?:\/\/[^\s<>"“”]*[^\s<>"“”.,;:)]`;
const MAIL = String.raw`[\w.+-]+@[\w-]+(?:\.[\w-]+)+`;
const NUMBER = String.raw`\b(?:0800 1111|0\d{2,4}[ -]?\d{3,4}[ -]?\d{3,4})\b`;
const ADDRESS = new RegExp(`(${WEB}|${MAIL}|${NUMBER})`);

/** Makes links of the addresses in an element's text. No other scheme can come of it. */
export function linkAddresses(element) {
  const parts = element.textContent.split(ADDRESS);
  element.replaceChildren(...parts.map((part, at) => (at % 2 ? linkTo(part) : part)));
}

function linkTo(address) {
  const link = document.createElement("a");
  link.textContent = address;
  link.href = hrefOf(address);
  link.rel = "noreferrer";
  return link;
}

function hrefOf(address) {
  if (address.includes("://")) return address;
  return address.includes("@") ? `mailto:${address}` : `tel:${address.replace(/[ -]/g, "")}`;
}
