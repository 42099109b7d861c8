// Times, days and amounts as the reader's language writes them.

const clock = new Intl.DateTimeFormat(undefined, { hour: "2-digit", minute: "2-digit" });
const dayName = new Intl.DateTimeFormat(undefined, { weekday: "long", day: "numeric", month: "long" });
const wholeDay = new Intl.DateTimeFormat(undefined, { dateStyle: "medium", timeZone: "UTC" });
const full = new Intl.DateTimeFormat(undefined, { dateStyle: "full", timeStyle: "long" });

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;

/** 14:05 */
export const time = (at) => clock.format(new Date(at));
export const fullTime = (at) => full.format(new Date(at));
export const dayKey = (at) => new Date(at).toDateString();

/** Today, Yesterday, or the day's name. */
export function dayOf(at) {
  const day = new Date(at).toDateString();
  if (day === new Date().toDateString()) return "Today";
  if (day === new Date(Date.now() - DAY).toDateString()) return "Yesterday";
  return dayName.format(new Date(at));
}

/** For lists: how long ago. */
export function ago(at) {
  const passed = since(at);
  return passed === "now" ? "just now" : `${passed} ago`;
}

/** How long something has lasted: now, 4 min, 2 h, 3 days. */
export function since(at) {
  const passed = Math.max(0, Date.now() - new Date(at).getTime());
  if (passed < MINUTE) return "now";
  if (passed < HOUR) return `${Math.floor(passed / MINUTE)} min`;
  if (passed < DAY) return `${Math.floor(passed / HOUR)} h`;
  const days = Math.floor(passed / DAY);
  return `${days} day${days > 1 ? "s" : ""}`;
}

/** A calendar day, such as the end of a service. */
export const day = (iso) => wholeDay.format(new Date(`${iso}T00:00:00Z`));

/** A moment in the brand's own zone, zone named: what the customer was told. */
export function moment(at, zone) {
  const options = { dateStyle: "medium", timeStyle: "short", timeZone: zone };
  const name = new Intl.DateTimeFormat("en", { timeZone: zone, timeZoneName: "short" })
    .formatToParts(new Date(at))
    .find((part) => part.type === "timeZoneName").value;
  return `${new Intl.DateTimeFormat(undefined, options).format(new Date(at))} ${name}`;
}

export function money(value) {
  const format = new Intl.NumberFormat(undefined, { style: "currency", currency: value.currency });
  return format.format(Number(value.amount));
}
