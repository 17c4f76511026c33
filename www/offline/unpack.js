// The single file's libraries: packed text until here, a script from here on, admitted by its hash like the others. The page's own
// script may run before them: it waits for them by itself.

import { inflated } from "../dense.js";

const carried = document.getElementById("gangmu-editor");
if (carried) {
  void inflated(carried.textContent || "").text().then((code) => {
    const script = document.createElement("script");
    script.textContent = code;
    document.head.append(script);
  });
}
