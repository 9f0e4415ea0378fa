/* Whether a table leaves no limit to the engine. */

import { readFileSync } from "node:fs";
import { DateTable } from "../helper/web/table.js";

const table = new DateTable(JSON.parse(readFileSync(process.argv[2], "utf8")));
process.stdout.write(JSON.stringify([table.hasAll]));
