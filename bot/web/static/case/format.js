// Days, times and money as the reader's language writes them.

export function moment(at, locale, zone) {
  return new Intl.DateTimeFormat(locale, { dateStyle: "medium", timeStyle: "short", timeZone: zone }).format(new Date(at));
}

export function day(at, locale) {
  return new Intl.DateTimeFormat(locale, { dateStyle: "long", timeZone: "UTC" }).format(new Date(`${at}T00:00:00Z`));
}

export function money({ amount, currency }, locale) {
  return new Intl.NumberFormat(locale, { style: "currency", currency }).format(amount);
}
