/**
 * From a brand's one colour to the few that are needed, each with enough contrast
 * (WCAG AA, 4.5:1) on what it stands on. Anything that is no hex colour gives the default.
 */
const DEFAULT = "#2456c8";
const LIGHT_SURFACE = [234, 238, 243]; // the darkest the light scheme puts coloured words on
const DARK_SURFACE = [44, 54, 66]; // the lightest of the dark scheme
const WHITE = [255, 255, 255];
const BLACK = [0, 0, 0];

export function palette(accent) {
  const colour = parse(accent) ?? parse(DEFAULT);
  return {
    accent: css(colour),
    onAccent: css(contrast(WHITE, colour) >= 4.5 ? WHITE : BLACK),
    inkLight: css(until(colour, BLACK, LIGHT_SURFACE)),
    inkDark: css(until(colour, WHITE, DARK_SURFACE)),
  };
}

/** Set the palette as custom properties on an element. */
export function paint(element, accent) {
  const { accent: colour, onAccent, inkLight, inkDark } = palette(accent);
  element.style.setProperty("--accent", colour);
  element.style.setProperty("--on-accent", onAccent);
  element.style.setProperty("--ink-light", inkLight);
  element.style.setProperty("--ink-dark", inkDark);
}

function parse(text) {
  const match = /^#?([0-9a-f]{3}|[0-9a-f]{6})$/i.exec(String(text ?? "").trim());
  if (!match) return null;
  const digits = match[1].length === 3 ? match[1].replace(/./g, "$&$&") : match[1];
  return [0, 2, 4].map((at) => Number.parseInt(digits.slice(at, at + 2), 16));
}

function css(colour) {
  return `rgb(${colour.join(" ")})`;
}

/** The colour moved towards another until it can be read on the surface. */
function until(colour, towards, surface) {
  for (let share = 0; share <= 1; share += 0.05) {
    const mixed = colour.map((part, i) => Math.round(part + (towards[i] - part) * share));
    if (contrast(mixed, surface) >= 4.6) return mixed;
  }
  return towards;
}

function contrast(one, other) {
  const [dark, light] = [luminance(one), luminance(other)].sort((a, b) => a - b);
  return (light + 0.05) / (dark + 0.05);
}

function luminance(colour) {
  const [red, green, blue] = colour.map((part) => {
    const share = part / 255;
    return share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}
