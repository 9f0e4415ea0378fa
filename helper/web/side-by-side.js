/* Two columns as rows, as the build does it for the pairs with a page of their own: macros/comparison/pair.py. */

/** Every section of both: what is the same once, what differs side by side; stages by their order. */
export function sideBySide(one, other) {
  return one.groups.flatMap((group, index) =>
    beside(group, other.groups[index]).map(([left, right]) => section([one, left], [other, right])),
  );
}

function beside(some, others) {
  return Array.from({ length: Math.max(some.length, others.length) }, (_, index) => [some[index], others[index]]);
}

function section([one, left], [other, right]) {
  if (!right) return alone(one.name, left, other.has);
  if (!left) return alone(other.name, right, one.has);
  const rows = beside(left.rows, right.rows).map(([a, b]) => row([one.name, a], [other.name, b]));
  return { heading: left.heading, beside: "", rows: rows.filter(Boolean) };
}

function alone(name, { heading, rows }, has) {
  const held = rows.filter(({ lines, rare }) => lines.length || !rare);
  return { heading, beside: has, rows: held.map((each) => marked(each.term, "", [cell(name, each)])) };
}

function row([name, one], [otherName, other]) {
  if (JSON.stringify(one.lines) === JSON.stringify(other.lines)) return same(one);
  const cells = [cell(name, one), cell(otherName, other)];
  if (one.lines.length && other.lines.length) return marked(one.term, "differs", cells);
  return marked(one.term, "only", cells, one.lines.length ? name : otherName);
}

/* Nothing where neither has what only few policies have. */
function same(both) {
  if (both.rare && !both.lines.length) return null;
  return marked(both.term, both.lines.length ? "same" : "neither", [cell("", both)]);
}

function marked(term, mark, cells, is = "yes") {
  const none = { same: "", neither: "", differs: "", only: "" };
  return { ...none, ...(mark && { [mark]: is }), term, cells };
}

function cell(name, { lines, silent }) {
  return { name, lines: lines.length ? lines : [silent] };
}
