/* Reads typed days as helper/web does: the table's file, then [[text, today], …]; gives each day or error. */

import { readFileSync } from "node:fs";
import { TableDays } from "../helper/web/table-days.js";
import { readDay } from "../helper/web/typed-day.js";

const days = new TableDays(JSON.parse(readFileSync(process.argv[2], "utf8")));
const asked = JSON.parse(readFileSync(0, "utf8"));
const read = ([text, today]) => {
  const { number, error } = readDay(text, days, days.number(today));
  return error ?? (number === undefined ? null : days.parts(number).iso);
};
process.stdout.write(JSON.stringify(asked.map(read)));
