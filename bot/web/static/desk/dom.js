// Building and updating elements. Whatever people wrote becomes text, never markup.

const PROPERTIES = new Set(["disabled", "value", "checked", "hidden", "required"]);

/** An element with attributes, listeners (`onclick`) and children; null children are left out. */
export function h(tag, attributes = {}, ...children) {
  const element = document.createElement(tag);
  for (const [name, value] of Object.entries(attributes)) {
    if (value === null || value === undefined || value === false) continue;
    if (name.startsWith("on")) element.addEventListener(name.slice(2), value);
    else if (PROPERTIES.has(name)) element[name] = value;
    else element.setAttribute(name, value === true ? "" : value);
  }
  element.append(...children.flat(Infinity).filter((child) => child !== null && child !== undefined && child !== false));
  return element;
}

/** A key of the keyboard, as decoration: its meaning is said by the label beside it. */
export function key(name) {
  return h("span", { class: "key", "aria-hidden": "true" }, name);
}

/** Make the container's children those of the items; what did not change keeps its element and focus. */
export function keep(container, items, keyOf, make) {
  const old = new Map([...container.children].map((child) => [child.dataset.keep, child]));
  const wanted = items.map((item) => {
    const name = String(keyOf(item));
    const signature = JSON.stringify(item);
    const known = old.get(name);
    if (known && known.signature === signature) return known;
    const fresh = make(item);
    fresh.dataset.keep = name;
    fresh.signature = signature;
    if (known && known.contains(document.activeElement)) fresh.refocus = true;
    return fresh;
  });
  arrange(container, wanted);
  for (const element of wanted) {
    if (!element.refocus) continue;
    element.refocus = false;
    (element.querySelector("button, a, input") ?? element).focus();
  }
}

/** Put the elements in order, moving only those that are elsewhere: moving one takes its focus away. */
function arrange(container, wanted) {
  const staying = new Set(wanted);
  for (const child of [...container.children]) {
    if (!staying.has(child)) child.remove();
  }
  wanted.forEach((element, index) => {
    if (container.children[index] !== element) container.insertBefore(element, container.children[index] ?? null);
  });
}
