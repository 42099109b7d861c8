/** Make elements. Text only ever becomes text nodes; no markup is parsed anywhere. */
const SVG = "http://www.w3.org/2000/svg";

export function element(tag, attributes = {}, ...children) {
  const made = document.createElement(tag);
  for (const [name, value] of Object.entries(attributes)) set(made, name, value);
  made.append(...children.filter((child) => child !== null && child !== undefined));
  return made;
}

function set(made, name, value) {
  if (value === null || value === undefined || value === false) return;
  if (name.startsWith("on")) made.addEventListener(name.slice(2), value);
  else made.setAttribute(name, value === true ? "" : value);
}

/** Words that only screen readers get. */
export function hiddenText(text) {
  return element("span", { class: "visually-hidden" }, text);
}

const PATHS = {
  check: "M5 12.5l4.5 4.5L19 7.5",
  copy: "M9 9V5h10v10h-4M5 9h10v10H5z",
  print: "M7 9V4h10v5M7 17H4v-7h16v7h-3M7 14h10v6H7z",
  file: "M7 3h7l4 4v14H7zM14 3v4h4",
  down: "M12 5v14M6 13l6 6 6-6",
  external: "M14 5h5v5M19 5l-8 8M17 13v6H5V7h6",
  alert: "M12 8v5M12 16.5v.5M12 3l9.5 17h-19z",
  retry: "M19 8a8 8 0 1 0 1 6M20 4v5h-5",
};

/** A line drawing in the colour of the text, hidden from screen readers. */
export function icon(name) {
  const svg = document.createElementNS(SVG, "svg");
  const path = document.createElementNS(SVG, "path");
  path.setAttribute("d", PATHS[name]);
  svg.append(path);
  const attributes = { class: "icon", viewBox: "0 0 24 24", "aria-hidden": "true", focusable: "false" };
  for (const [key, value] of Object.entries(attributes)) svg.setAttribute(key, value);
  return svg;
}
