// A text in the address, after #text=, as a link to the page may carry it (encodeURIComponent of the text). What stands behind
// # stays in the browser: no server hears of it. It is taken out of the address at once, so that no history keeps it.

const NAME = "text=";

/** The text that the address carries, taken out of it; null where it carries none. @returns {string | null} */
function takeFromAddress() {
  const parts = location.hash.slice(1).split("&");
  const carried = parts.find((part) => part.startsWith(NAME));
  if (carried === undefined) return null;
  const others = parts.filter((part) => part !== carried);
  history.replaceState(null, "", others.length > 0 ? `#${others.join("&")}` : location.pathname + location.search);
  try {
    return decodeURIComponent(carried.slice(NAME.length)).replace(/\r\n?/g, "\n");
  } catch {
    // Somebody cut it short, in the middle of a character.
    return null;
  }
}

/** Hands over the text of the address, now and whenever a link puts another one there. @param {(text: string) => void} take */
export function acceptAddress(take) {
  const look = () => {
    const text = takeFromAddress();
    if (text) take(text);
  };
  window.addEventListener("hashchange", look);
  look();
}
