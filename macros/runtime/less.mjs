/* Leaves out of a wasm all that nobody reaches: node less.mjs BINARYEN GIVEN MADE NAMES (of the exports that stay) */

import { readFile, writeFile } from "node:fs/promises";
import { pathToFileURL } from "node:url";

const [library, given, made, names] = process.argv.slice(2);
const { default: binaryen } = await import(pathToFileURL(library).href);
const { Features } = binaryen;
/* What Pyodide's program is made with. Whatever else is put in would need a newer browser. */
const USED = ["BulkMemory", "BulkMemoryOpt", "CallIndirectOverlong", "ExceptionHandling", "Multivalue",
  "MutableGlobals", "NontrappingFPToInt", "ReferenceTypes", "SignExt"];

const whole = await readFile(given);
const stays = new Set(JSON.parse(names));
const program = binaryen.readBinary(whole);
program.setFeatures(USED.reduce((all, name) => all | Features[name], 0));
for (const { name } of WebAssembly.Module.exports(new WebAssembly.Module(whole))) {
  if (!stays.has(name)) program.removeExport(name);
}
program.runPasses(["remove-unused-module-elements"]);
if (!program.validate()) throw new Error("The smaller program is not valid.");
await writeFile(made, program.emitBinary());
