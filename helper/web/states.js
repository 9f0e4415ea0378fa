/* The names of states. A question about a day has no section: its name is a section's and its own id. */

/** Which of these names a state has, or adds a day's question to: the longest; undefined if none. */
export function nearest(state, names) {
  const fitting = [...names].filter((name) => `${state}-`.startsWith(`${name}-`));
  return fitting.sort((one, other) => other.length - one.length)[0];
}
