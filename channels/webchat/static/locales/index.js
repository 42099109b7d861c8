/** The widget's own words. A new language is one file and one line here. */
import de from "./de.js";
import en from "./en.js";
import es from "./es.js";
import fr from "./fr.js";
import pt from "./pt.js";
import ru from "./ru.js";

const LOCALES = { en, de, fr, es, pt, ru };

/** The locale we have for a language tag ("de-AT" gives "de"), or English. */
export function nearest(tag) {
  const language = String(tag ?? "").toLowerCase().split(/[-_]/)[0];
  return Object.hasOwn(LOCALES, language) ? language : "en";
}

export function texts(locale) {
  return LOCALES[nearest(locale)];
}

/** `fill("{count} left", { count: 3 })` gives "3 left". */
export function fill(text, values) {
  return text.replace(/\{(\w+)\}/g, (whole, name) => (name in values ? String(values[name]) : whole));
}
