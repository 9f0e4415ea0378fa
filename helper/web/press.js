/* What is pressed. */

/** Acts when it is pressed; a link that the reader opens in a new tab stays a plain link. */
export function onPress(selector, act) {
  document.addEventListener("click", (event) => {
    const pressed = event.target.closest(selector);
    if (!pressed || event.button || event.ctrlKey || event.metaKey || event.shiftKey || event.altKey) return;
    event.preventDefault();
    act(pressed);
  });
}
