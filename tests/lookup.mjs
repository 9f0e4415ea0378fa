/* Asks helper/web/table.js: the table's file, then [[answers, today], …] on standard input. */

import { readFileSync } from "node:fs";
import { DateTable } from "../helper/web/table.js";

const table = new DateTable(JSON.parse(readFileSync(process.argv[2], "utf8")));
const asked = JSON.parse(readFileSync(0, "utf8"));
process.stdout.write(JSON.stringify(asked.map(([answers, today]) => table.ask(answers, today))));
