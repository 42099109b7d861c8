// Short messages in the corner: what was done, and what was refused.

import { h } from "./dom.js";

const SHOWN = 5000;

export function toast(words, kind = "good") {
  const element = h("p", { class: `toast ${kind}` }, words);
  document.getElementById("toasts").append(element);
  setTimeout(() => element.remove(), kind === "bad" ? 2 * SHOWN : SHOWN);
}

/** Do something and tell the agent when it was refused; whether it was done. */
export async function attempt(work, done = null) {
  try {
    await work();
    if (done) toast(done);
    return true;
  } catch (error) {
    toast(error.message, "bad");
    return false;
  }
}
