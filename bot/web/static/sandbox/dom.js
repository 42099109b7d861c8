/** Building the page. Nothing that somebody wrote ever becomes markup. */

export function element(name, properties = {}, ...children) {
  const node = document.createElement(name);
  for (const [key, value] of Object.entries(properties)) {
    if (value === null || value === undefined || value === false) continue;
    if (key.startsWith("on")) node.addEventListener(key.slice(2), value);
    else node.setAttribute(key, value === true ? "" : value);
  }
  node.append(...children.filter((child) => child !== null && child !== undefined && child !== ""));
  return node;
}

const ADDRESS = /\bhttps?:\/\/[^\s<>"]*[^\s<>"'.,;:!?)\]]/g;

/** A text with its addresses as links, opened beside this page. */
export function linked(text) {
  const nodes = [];
  let from = 0;
  for (const { 0: address, index } of text.matchAll(ADDRESS)) {
    nodes.push(text.slice(from, index), element("a", { href: address, target: "_blank", rel: "noopener" }, address));
    from = index + address.length;
  }
  return [...nodes, text.slice(from)];
}

export function clock(iso) {
  return new Date(iso).toLocaleTimeString(document.documentElement.lang, { hour: "2-digit", minute: "2-digit" });
}

export function moment(iso) {
  return element("time", { datetime: iso, title: new Date(iso).toLocaleString(document.documentElement.lang) }, clock(iso));
}

const states = new WeakMap();

/** What stands in `list` becomes `items`: nodes of unchanged items stay, so that a reader is told only what is new. */
export function reconcile(list, items, draw) {
  const old = new Map([...list.children].map((node) => [node.dataset.key, node]));
  let before = list.firstElementChild;
  for (const item of items) {
    const key = String(item.id);
    const state = JSON.stringify(item);
    let node = old.get(key);
    old.delete(key);
    if (!node || states.get(node) !== state) {
      const fresh = draw(item);
      fresh.dataset.key = key;
      states.set(fresh, state);
      if (node === before) before = before?.nextElementSibling ?? null;
      node?.remove();
      node = fresh;
    }
    if (node === before) before = before.nextElementSibling;
    else list.insertBefore(node, before);
  }
  for (const node of old.values()) node.remove();
}

/** Words at the bottom of the page that go away by themselves. */
export function toast(words, kind = "") {
  const node = element("div", { class: `toast ${kind}` }, words);
  document.getElementById("toasts").append(node);
  setTimeout(() => node.remove(), 6000);
}

export async function copy(text, button) {
  const words = button.textContent;
  try {
    await navigator.clipboard.writeText(text);
    button.textContent = "Copied";
  } catch {
    button.textContent = text;
  }
  setTimeout(() => (button.textContent = words), 1500);
}
