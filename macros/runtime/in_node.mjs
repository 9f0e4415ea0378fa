/* Lets pack.py work in the Pyodide of npm's package: node in_node.mjs PYODIDE PACK SOURCES PACKED OPTIMIZE [START] */

import { readFile, writeFile } from "node:fs/promises";
import { pathToFileURL } from "node:url";

const [folder, pack, sources, packed, optimize, start] = process.argv.slice(2);
const { loadPyodide } = await import(pathToFileURL(`${folder}/pyodide.mjs`).href);
const python = await loadPyodide({ indexURL: folder });
python.FS.writeFile("pack.py", await readFile(pack));
python.FS.writeFile("sources.zip", await readFile(sources));
python.pyimport("pack").pack("sources.zip", "packed.zip", Number(optimize), start);
await writeFile(packed, python.FS.readFile("packed.zip"));
