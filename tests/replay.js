// Runs in the page: from each state Back, each Change link, each answer, and the browser's Back and Forward.
async (visits) => {
  const shown = () => document.querySelector(".eg-state.is-shown");
  const words = (element) => element.innerText.replace(/\s+/g, " ").trim();
  const within = (selector) => shown().querySelector(selector);

  function look() {
    const answers = [...shown().querySelectorAll(".eg-answers dd > span")].map(words);
    return { heading: words(within("h1")), answers, title: document.title, focused: document.activeElement === within("h1") };
  }

  function isAt({ state, heading }) {
    const there = location.hash === `#${state}` && [state, "date"].includes(shown().dataset.state);
    return there && (!heading || words(within("h1")) === heading);
  }

  async function until(expected, act) {
    act();
    await patiently(4000, () => isAt(expected));
    if (!isAt(expected)) throw new Error(`never came to #${expected.state}, is at ${location.hash}`);
    await patiently(400, () => look().focused); // the focus follows; if it does not come, that is told
    return look();
  }

  async function patiently(most, isSo) {
    for (let tries = 0; tries < most && !isSo(); tries++) {
      await new Promise((resolve) => setTimeout(resolve, tries < 40 ? 1 : 5));
    }
  }

  const found = [];
  for (const { here, moves } of visits) {
    if (within("[data-restart]")) await until({ state: "start" }, () => within("[data-restart]").click());
    const note = (how, seen) => found.push({ from: here.state, how, ...seen });
    note("link", await until(here, () => (location.hash = here.state)));
    for (const { how, selector, to } of moves) {
      note(how, await until(to, () => within(selector).click()));
      note(`${how}, back`, await until(here, () => history.back()));
    }
    if (!moves.length) continue;
    const { to } = moves.at(-1);
    note("forward", await until(to, () => history.forward()));
    note("forward, back", await until(here, () => history.back()));
  }
  return found;
}
