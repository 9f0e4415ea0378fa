/* The helper's Python in a thread of its own. Messages carry data and an id, never Python source. */

/* What Pyodide asks to know of packages: there are none. A test compares the number with npm's. */
const NO_PACKAGES = { info: { abi_version: "2026_0" }, packages: {} };
let engine;

addEventListener("message", async ({ data: { id, ...message } }) => {
  postMessage({ id, reply: await replyTo(message) });
});

/* Pyodide leaves some failures of its own unhandled, and then never settles. */
addEventListener("unhandledrejection", (event) => {
  event.preventDefault();
  postMessage({ id: 0, reply: failed(event.reason) });
});

async function replyTo(message) {
  try {
    return message.engine ? await boot(message.engine, message.policy) : answer(message);
  } catch (error) {
    return failed(error);
  }
}

/* What ends Python as it starts, such as half a zip, has a message and no text of its own. */
function failed(reason) {
  return { type: "failed", text: reason?.message ?? String(reason) };
}

async function boot(urls, policy) {
  const python = await startPython(urls);
  python.pyimport("prepared");
  engine = python.pyimport("helper.browser").load(policy);
  return { type: "ready" };
}

async function startPython({ pyodide, python }) {
  import(new URL("pyodide.asm.mjs", pyodide)); // the loader asks for it too, one trip later
  const { loadPyodide } = await import(pyodide);
  const indexURL = new URL(".", pyodide).href;
  const options = { indexURL, stdLibURL: python, lockFileContents: NO_PACKAGES };
  return Promise.race([wasmFailure(), loadPyodide(options)]);
}

/* Rejects when the wasm cannot be compiled: Pyodide notes that in the console and never settles. */
function wasmFailure() {
  const { instantiateStreaming } = WebAssembly;
  return new Promise((_, reject) => {
    WebAssembly.instantiateStreaming = (...parts) => {
      const instance = instantiateStreaming(...parts);
      instance.catch((reason) => reject(new Error(`pyodide.asm.wasm: ${reason.message}`)));
      return instance;
    };
  });
}

function answer(request) {
  return JSON.parse(engine.answer(JSON.stringify(request)));
}
