// JSON in its one form (RFC 8785): names sorted by UTF-16 code units, no blanks, numbers and texts as ECMAScript writes them.

export function canonical(value) {
  return new TextEncoder().encode(written(value));
}

function written(value) {
  if (value === null || typeof value !== "object") return JSON.stringify(value);
  if (Array.isArray(value)) return `[${value.map(written).join(",")}]`;
  const names = Object.keys(value).sort();
  return `{${names.map((name) => `${JSON.stringify(name)}:${written(value[name])}`).join(",")}}`;
}
