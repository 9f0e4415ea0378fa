/* The helper's Python in a thread of its own. Messages carry data and an id, never Python source. */

const PACKAGE = "/helper.zip";
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

function failed(reason) {
  return { type: "failed", text: String(reason) };
}

async function boot(urls, policy) {
  const [python, helper] = await Promise.all([startPython(urls), bytes(urls.helper)]);
  python.FS.writeFile(PACKAGE, helper);
  python.pyimport("sys").path.append(PACKAGE);
  engine = python.pyimport("helper.browser").load(policy);
  return { type: "ready" };
}

async function startPython({ pyodide, stdlib, lock }) {
  const { loadPyodide } = await import(pyodide);
  const indexURL = new URL(".", pyodide).href;
  const options = { indexURL, stdLibURL: stdlib, lockFileURL: lock };
  return Promise.race([wasmFailure(), loadPyodide(options)]);
}

/* Rejects when the wasm cannot be compiled: Pyodide notes that in the console and never settles. */
function wasmFailure() {
  const { instantiateStreaming } = WebAssembly;
  return new Promise((_, reject) => {
    WebAssembly.instantiateStreaming = (...parts) => {
      const instance = instantiateStreaming(...parts);
      instance.catch(reject);
      return instance;
    };
  });
}

async function bytes(url) {
  const response = await fetch(url);
  if (!response.ok) throw new Error(`${url}: ${response.status}`);
  return new Uint8Array(await response.arrayBuffer());
}

function answer(request) {
  return JSON.parse(engine.answer(JSON.stringify(request)));
}
