/* The first script of a test's page: tells the host of every error, and stops the clock. */

const note = (text) => navigator.sendBeacon("/-notes", text);
addEventListener("error", ({ message }) => note(`error: ${message}`));
addEventListener("unhandledrejection", ({ reason }) => note(`rejection: ${reason}`));
addEventListener("securitypolicyviolation", (event) => note(`policy: ${event.violatedDirective} ${event.blockedURI}`));

const { error } = console;
console.error = (...words) => {
  note(`console: ${words.join(" ")}`);
  error(...words);
};

const now = Date.parse("2026-12-22T10:00:00");
globalThis.Date = class extends Date {
  constructor(...given) {
    super(...(given.length ? given : [now]));
  }

  static now() {
    return now;
  }
};
