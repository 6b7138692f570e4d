import type { Cell } from '../tables/csv.ts';

/** What the columns of a table of spend may be called, in English and in Chinese. */
export const HEADINGS = {
  period: /^(?:period|date|day|week|month|quarter|year|期|日期|天|周|月|季度|年)$/i,
  channel: /^(?:channel|渠道)$/i,
  spend: /^(?:spend|spent|cost|amount|投放|花费|支出)$/i,
} as const;

/** Said of {@link undecodedIn}. */
export const UNDECODED = {
  message: 'the file is not saved as UTF-8 text',
  advice: 'Save it again with the encoding UTF-8, in a spreadsheet as "CSV UTF-8".',
} as const;

/** The first cell of bytes that are no UTF-8, which spreadsheets write unless they are told to. */
export function undecodedIn(rows: readonly (readonly Cell[])[]): Cell | undefined {
  return rows.flat().find(({ text }) => text.includes('\uFFFD'));
}
