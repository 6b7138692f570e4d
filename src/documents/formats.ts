/** What a report can be written as. */
export const reportFormats = ['html', 'xlsx', 'csv', 'md', 'json'] as const;
export type ReportFormat = (typeof reportFormats)[number];

/** Media types, for those who save or send a report. */
export const mediaTypes: Readonly<Record<ReportFormat, string>> = {
  html: 'text/html',
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
  csv: 'text/csv',
  md: 'text/markdown',
  json: 'application/json',
};
