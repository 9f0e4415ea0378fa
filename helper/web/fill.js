/* Puts a reply of the engine into a section, as its data- attributes say. */

import { linkAddresses } from "./addresses.js";

const MARKED = "[data-part], [data-fill], [data-each], [data-show], [data-attr]";

/**
 * Fills an element and all it holds. The attributes name paths in the data: `card.day.words`. What
 * the data does not speak of stays as it is. What has a data-part is made anew from the page's
 * template of that name. In what has data-linked, addresses can be pressed.
 */
export function fill(element, data) {
  const { part, fill: text, each, show, attr } = element.dataset;
  if (part) element.replaceChildren(blank(part));
  if (show && speaksOf(data, show)) element.hidden = isEmpty(at(data, show));
  if (attr) setAttributes(element, attr, data);
  if (text) speaksOf(data, text) && setText(element, at(data, text));
  else if (each) speaksOf(data, each) && repeat(element, at(data, each) ?? []);
  else for (const marked of outermost(element)) fill(marked, data);
}

/* Those within that are to be filled. To look at each of a step’s hundreds of elements took half as long again. */
function outermost(element) {
  const found = [];
  for (const marked of element.querySelectorAll(MARKED)) {
    if (!found.at(-1)?.contains(marked)) found.push(marked);
  }
  return found;
}

function blank(part) {
  return document.importNode(document.querySelector(`template[data-blank="${part}"]`).content, true);
}

/* `.` is the data itself. */
function at(data, path) {
  return path.split(".").filter(Boolean).reduce((value, key) => value?.[key], data);
}

function speaksOf(data, path) {
  const [first] = path.split(".").filter(Boolean);
  return first === undefined || first in data;
}

function isEmpty(value) {
  return !value || value.length === 0;
}

function setText(element, value) {
  element.textContent = value ?? "";
  element.hidden = isEmpty(value);
  if ("linked" in element.dataset) linkAddresses(element);
}

function repeat(element, items) {
  const template = element.firstElementChild;
  element.replaceChildren(template, ...items.map((item) => filled(template, item)));
}

function filled(template, item) {
  const copy = document.importNode(template.content, true);
  for (const child of copy.children) fill(child, item);
  return copy;
}

function setAttributes(element, pairs, data) {
  for (const pair of pairs.split(";").filter((pair) => pair.trim())) {
    const [name, path] = pair.split("=").map((part) => part.trim());
    setAttribute(element, name, at(data, path));
  }
}

/* No other attribute may come from data: no address outside this page, no handler, no style. */
function setAttribute(element, name, value) {
  if (name === "hidden") element.hidden = Boolean(value);
  if (name === "href" && value) element.setAttribute(name, `#${value}`);
  if (name === "aria-current" && value === "here") element.setAttribute(name, "step");
  if (name.startsWith("data-")) element.setAttribute(name, value ?? "");
}
