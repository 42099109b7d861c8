/** Text with its addresses made into links: https, or pages of our own. Everything else stays text. */
import { element } from "./dom.js";

const ADDRESS = /https?:\/\/[^\s<>"'`\u202a-\u202e\u2066-\u2069]+/g;

/** A list of strings and link elements, for `append`. */
export function rich(text) {
  const parts = [];
  let end = 0;
  for (const match of text.matchAll(ADDRESS)) {
    const address = trimmed(match[0]);
    const href = safe(address);
    if (!href) continue;
    parts.push(text.slice(end, match.index), link(href, address));
    end = match.index + address.length;
  }
  parts.push(text.slice(end));
  return parts.filter((part) => part !== "");
}

export function link(href, ...children) {
  return element("a", { href, target: "_blank", rel: "noopener noreferrer" }, ...children);
}

/** The address when it can be followed without harm, else null. */
export function safe(address) {
  let url;
  try {
    url = new URL(address, location.href);
  } catch {
    return null;
  }
  if (url.username || url.password) return null; // https://bank.example@evil.example
  return url.protocol === "https:" || url.origin === location.origin ? url.href : null;
}

/** Without the full stop or bracket of the sentence around it. */
function trimmed(address) {
  let kept = address.replace(/[.,;:!?…]+$/, "");
  while (kept.endsWith(")") && kept.split(")").length > kept.split("(").length) kept = kept.slice(0, -1);
  return kept.replace(/[.,;:!?…]+$/, "");
}
