/* A filled-in record as a text, and as a page of its own that needs nothing else. */

const STYLE = `
body { max-width: 42rem; margin: 2rem auto; padding: 0 1rem; font: 1rem/1.5 system-ui, sans-serif; }
h1 { font-size: 1.5rem; line-height: 1.3; }
h2 { margin-top: 2rem; font-size: 1.1rem; }
dt { margin-top: 0.8rem; font-weight: 600; }
dd { margin: 0; white-space: pre-wrap; overflow-wrap: anywhere; }
footer { margin-top: 2rem; border-top: 1px solid; font-size: 0.875rem; }
@page { size: A4; margin: 18mm; }`;
const EMPTY = "not filled in";

/** sheet: title, notes, groups of a heading and fields (label, text), and foot, all plain text. */
export function asText({ title, notes, groups, foot }) {
  const parts = groups.map(({ heading, fields }) => [heading, "", ...fields.map(line)].join("\n"));
  const text = [title, notes.join("\n"), ...parts, foot.join("\n")].join("\n\n");
  return `${text.replace(/\r\n?|\n/g, "\r\n")}\r\n`;
}

function line({ label, text }) {
  const said = text.trim() || EMPTY;
  return said.includes("\n") ? `${label}:\n  ${said.replaceAll("\n", "\n  ")}` : `${label}: ${said}`;
}

/** The page. What was typed enters as text alone, so the browser itself marks what looks like markup. */
export function asPage({ title, notes, groups, foot }) {
  const body = document.implementation.createHTMLDocument("").body;
  body.append(
    element("h1", title),
    ...notes.map((note) => element("p", note)),
    ...groups.flatMap(({ heading, fields }) => [element("h2", heading), list(fields)]),
    element("footer", ...foot.map((each) => element("p", each))),
  );
  const head = `<meta charset="utf-8"><meta name="viewport" content="width=device-width">${element("title", title).outerHTML}`;
  return `<!doctype html>\n<html lang="en-GB"><head>${head}<style>${STYLE}\n</style></head>${body.outerHTML}</html>\n`;
}

function list(fields) {
  return element("dl", ...fields.flatMap(({ label, text }) => [element("dt", label), element("dd", text.trim() || EMPTY)]));
}

function element(name, ...content) {
  const made = document.createElement(name);
  made.append(...content);
  return made;
}
