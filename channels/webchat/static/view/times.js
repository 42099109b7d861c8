/** Times and days in the reader's language and zone. */
const DAY = 86_400_000; // milliseconds

export function clock(at, locale) {
  const date = new Date(at);
  return Number.isNaN(date.getTime())
    ? ""
    : new Intl.DateTimeFormat(locale, { timeStyle: "short" }).format(date);
}

/** A name for the day, the same for all times of one day. */
export function day(at, locale, t, now = new Date()) {
  const date = new Date(at);
  if (Number.isNaN(date.getTime())) return "";
  const ago = Math.round((midnight(now) - midnight(date)) / DAY);
  if (ago === 0) return t.today;
  if (ago === 1) return t.yesterday;
  return new Intl.DateTimeFormat(locale, { weekday: "long", day: "numeric", month: "long" }).format(date);
}

function midnight(date) {
  return new Date(date.getFullYear(), date.getMonth(), date.getDate()).getTime();
}
