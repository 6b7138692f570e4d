import { defused } from './defused.ts';
import type { Sheet, SheetCell } from './sheet.ts';

/** So that spreadsheets know it for UTF-8. */
const BYTE_ORDER_MARK = '\uFEFF';

/** A table as comma-separated values with all digits; texts that look like formulas are defused. Source: RFC 4180. */
export function csvText({ headings, rows }: Sheet): string {
  const lines = [headings, ...rows].map((row) => row.map(field).join(','));
  return `${BYTE_ORDER_MARK}${lines.join('\r\n')}\r\n`;
}

function field(value: SheetCell): string {
  if (value === undefined) return '';
  if (typeof value !== 'string') return `${value.value}`;
  const safe = defused(value);
  return /[",\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}
