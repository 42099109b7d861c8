// What a verified record says, in a few lines of the reader's language.

const ZERO = /^-?0+([.]0+)?$/;

/** Pairs of label and text. Only what is in the record; nothing is computed. */
export function factsOf(record, t, locale) {
  return [
    [t.number, record.number],
    [t.brand, record.brand?.name],
    [t.kind, t[record.kind] ?? record.kind],
    [t.what, record.service?.name ?? record.order?.reference],
    [t.declared, moment(record.declared, locale)],
    [t.end_date, day(record.end_date, locale)],
    [t.fee, amount(quoted(record, "fee"), locale)],
    [t.refund, amount(record.order?.refund ?? quoted(record, "refund"), locale)],
    [t.sealed, moment(record.sealed, locale)],
  ].filter(([, value]) => typeof value === "string" && value !== "");
}

function quoted(record, line) {
  const lines = Array.isArray(record.quote?.lines) ? record.quote.lines : [];
  return lines.find((each) => each?.line === line) ?? null;
}

function moment(value, locale) {
  const at = new Date(value?.at);
  if (Number.isNaN(at.getTime())) return null;
  try {
    return new Intl.DateTimeFormat(locale, { dateStyle: "long", timeStyle: "long", timeZone: value.zone }).format(at);
  } catch {
    return String(value.at);
  }
}

function day(value, locale) {
  const at = new Date(`${value}T00:00:00Z`);
  return Number.isNaN(at.getTime()) ? null : new Intl.DateTimeFormat(locale, { dateStyle: "long", timeZone: "UTC" }).format(at);
}

function amount(value, locale) {
  if (!value || typeof value.amount !== "string" || ZERO.test(value.amount)) return null;
  try {
    return new Intl.NumberFormat(locale, { style: "currency", currency: value.currency }).format(value.amount);
  } catch {
    return `${value.amount} ${value.currency}`;
  }
}
