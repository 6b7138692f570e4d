import type { ReportFormat } from './formats.ts';

/** Tables of a spreadsheet, in their order there; comma-separated values are one of them. */
export const sheetNames = [
  'summary',
  'plan',
  'channels',
  'periods',
  'finance',
  'profit',
  'customers',
  'cohorts',
  'stresses',
  'drivers',
  'scorecard',
  'pilots',
  'assumptions',
  'provenance',
] as const;
export type SheetName = (typeof sheetNames)[number];

/** What comma-separated values are unless they are told otherwise. */
export const USUAL_SHEET: SheetName = 'periods';

/** What is gathered for a report beyond its run. */
export type ReportPart = 'details' | 'influence' | 'stresses' | 'finance' | 'scorecard' | 'lessons';

const FIGURES: readonly ReportPart[] = ['influence', 'stresses', 'finance', 'scorecard', 'lessons'];
const PICTURED: readonly ReportPart[] = ['details', ...FIGURES];

const OF_SHEET: Readonly<Partial<Record<SheetName, ReportPart>>> = {
  summary: 'influence',
  finance: 'finance',
  profit: 'finance',
  customers: 'finance',
  cohorts: 'finance',
  stresses: 'stresses',
  drivers: 'influence',
  scorecard: 'scorecard',
  pilots: 'lessons',
};

/** What a format shows: nothing else has to be gathered for it. All where it is not known. */
export function partsShown(format?: ReportFormat, sheet: SheetName = USUAL_SHEET): ReadonlySet<ReportPart> {
  const ofSheet = OF_SHEET[sheet];
  if (format === 'csv') return new Set(ofSheet === undefined ? [] : [ofSheet]);
  return new Set(format === 'xlsx' || format === 'json' ? FIGURES : PICTURED);
}
