/** What a report can be written as. */
export const reportFormats = ['html', 'xlsx', 'csv', 'md', 'json'] as const;
export type ReportFormat = (typeof reportFormats)[number];

/** Formats that hold nothing but the run unless they are asked for more: nothing has to be gathered for them. */
export const bareFormats: ReadonlySet<ReportFormat> = new Set(['csv']);

/** Media types, for those who save or send a report. */
export const mediaTypes: Readonly<Record<ReportFormat, string>> = {
  html: 'text/html',
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
  csv: 'text/csv',
  md: 'text/markdown',
  json: 'application/json',
};
