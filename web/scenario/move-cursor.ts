/** Lines that are left above the one moved to. */
const LINES_ABOVE = 4;

/** Puts the cursor of `area` at a line and column, both from 1, and shows it. */
export function moveCursor(area: HTMLTextAreaElement, line: number, column: number): void {
  const at = offsetOf(area.value, line, column);
  area.focus();
  area.setSelectionRange(at, at);
  area.scrollTop = Math.max(0, line - 1 - LINES_ABOVE) * Number.parseFloat(getComputedStyle(area).lineHeight);
  area.scrollLeft = 0;
}

/** Characters of `text` before a line and column; the end of the line, or of the text, when there are fewer. */
export function offsetOf(text: string, line: number, column: number): number {
  let start = 0;
  for (let passed = 1; passed < line; passed++) {
    const end = text.indexOf('\n', start);
    if (end < 0) return text.length;
    start = end + 1;
  }
  const end = text.indexOf('\n', start);
  return Math.min(start + column - 1, end < 0 ? text.length : end);
}
