// The cursor within a source.

/** Put it at a line and a column, both from 1, and show that line. */
export function putCaret(source, line, column = 1) {
  const before = source.value.split("\n").slice(0, line - 1).join("\n");
  const start = before.length + (before ? 1 : 0) + column - 1;
  source.focus();
  source.setSelectionRange(start, start);
  const height = parseFloat(getComputedStyle(source).lineHeight);
  source.scrollTop = Math.max(0, (line - 3) * height);
}
