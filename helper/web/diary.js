/* Names for the entries of a calendar file, so that a date that has moved replaces the one before. */

const BYTES = 16;
const HEX = 16;

/**
 * An entry's name is its key and a mark of this tab's case, which goes when the answers go: the dates
 * of two children never replace each other. Its number is raised when its day has moved.
 */
export class Diary {
  #memory;

  constructor(memory) {
    this.#memory = memory;
  }

  /** The entries with their uid and sequence; notes the days that are given out. */
  named(entries) {
    const { mark = newMark(), given = {} } = this.#memory.beside("diary") ?? {};
    const now = Object.fromEntries(entries.map(({ key, day }) => [key, next(given[key], day)]));
    this.#memory.keepBeside("diary", { mark, given: { ...given, ...now } });
    return entries.map((entry) => ({
      ...entry,
      uid: `${entry.key}.${mark}@escalation-guide`,
      sequence: now[entry.key].sequence,
    }));
  }
}

function next(before, day) {
  if (!before) return { day, sequence: 0 };
  return { day, sequence: before.sequence + (before.day === day ? 0 : 1) };
}

function newMark() {
  const bytes = crypto.getRandomValues(new Uint8Array(BYTES));
  return [...bytes].map((byte) => byte.toString(HEX).padStart(2, "0")).join("");
}
