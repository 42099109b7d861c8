// The page's words. A new language is one file and one line here.

import de from "./de.js";
import en from "./en.js";
import es from "./es.js";
import fr from "./fr.js";
import pt from "./pt.js";
import ru from "./ru.js";

export const LOCALES = { en, de, fr, es, pt, ru };

/** The locale we have for the first language tag that we have one for ("de-AT" gives "de"), or English. */
export function nearest(tags) {
  const languages = tags.map((tag) => String(tag).toLowerCase().split(/[-_]/)[0]);
  return languages.find((language) => Object.hasOwn(LOCALES, language)) ?? "en";
}

/** `fill("{count} left", { count: 3 })` gives "3 left". */
export function fill(text, values) {
  return text.replace(/\{(\w+)\}/g, (whole, name) => (name in values ? String(values[name]) : whole));
}
