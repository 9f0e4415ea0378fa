/* The days of a date table, as numbers: 0 for its first day. */

const LENGTH = 86_400_000;
const KINDS = 2;

/** What the table says of days: where a clock ends, which days do not count, and their words. */
export class TableDays {
  #held;
  #first;

  constructor(held) {
    this.#held = held;
    this.#first = Date.parse(held.first);
  }

  /** The number of a day written 2026-11-21; undefined for one outside the table. */
  number(day) {
    return this.#inside((Date.parse(day) - this.#first) / LENGTH);
  }

  /**
   * The number of a day by year, month from 1 and day; below 0, or beyond the table's last, for one
   * outside it. null for one that no calendar has: years begin with 1, and 26 is not 1926.
   */
  numberOf(year, month, day) {
    const date = new Date(new Date(0).setUTCFullYear(year, month - 1, day));
    const real = year > 0 && date.getUTCMonth() === month - 1 && date.getUTCDate() === day;
    return real ? (date - this.#first) / LENGTH : null;
  }

  /** The last day of a clock from a start day; undefined where either is not known. */
  end(clock, start) {
    const steps = this.#held.clocks[clock][start] ?? -1;
    return steps < 0 ? undefined : start + steps;
  }

  /** 0 for a day that counts, 1 and 2 for the two kinds that do not. */
  kind(day) {
    return Math.min(this.#held.rest[day], KINDS);
  }

  /** Why a day does not count; empty if it does. */
  why(day) {
    return ["", this.#held.weekend][this.#held.rest[day]] ?? this.#held.holidays[this.#held.rest[day] - KINDS];
  }

  /** What to say of a text that is no day, or of a day before the table's first. */
  error(kind, { text = "", name = "" } = {}) {
    return this.#held.errors[kind].replace("{text}", text).replace("{name}", name);
  }

  /** The day as people read it, in the parts that the engine gives. */
  parts(day) {
    const date = new Date(this.#first + day * LENGTH);
    const weekday = this.#held.weekdays[(date.getUTCDay() + 6) % 7];
    const month = this.#held.months[date.getUTCMonth()];
    const [number, year] = [String(date.getUTCDate()), String(date.getUTCFullYear())];
    const iso = date.toISOString().slice(0, 10);
    const [shortWeekday, shortMonth] = [weekday.slice(0, 3), month.slice(0, 3)];
    return {
      iso,
      words: `${weekday} ${number} ${month} ${year}`,
      short: `${shortWeekday} ${number} ${shortMonth} ${year}`,
      weekday,
      day_month: `${number} ${month}`,
      year,
      short_weekday: shortWeekday,
      number,
      short_month: shortMonth,
      note: this.#held.notes[iso.slice(5)] ?? "",
    };
  }

  /**
   * Every day of a count. first: the number of the first counted day. whatever: how many days from the
   * start count, of whatever kind they are. marks: [day, words] pairs.
   */
  rows(start, end, first, whatever, marks) {
    let number = first;
    return Array.from({ length: end - start + 1 }, (_, index) => {
      const day = start + index;
      const why = index < whatever ? "" : this.why(day);
      const parts = this.parts(day);
      const here = new Set(marks.filter(([on]) => on === day).map(([, words]) => words));
      const reasons = [why, ...here].filter(Boolean);
      return {
        day: parts.iso,
        in_words: parts,
        counted: !why,
        said: why ? this.#held.not_counted : this.#held.counted.replace("{number}", number++),
        why: upperFirst(reasons.join(", ")),
        last: day === end,
      };
    });
  }

  #inside(number) {
    return number >= 0 && number < this.#held.rest.length ? number : undefined;
  }
}

function upperFirst(text) {
  return text.slice(0, 1).toUpperCase() + text.slice(1);
}
