import { extname } from 'node:path';
import { reportFormats, type ReportFormat } from '../documents/formats.ts';
import { refusal } from '../errors.ts';

/** What a command writes: `text` as it is printed, or a scenario. */
export type OutputFormat = 'text' | 'yaml' | ReportFormat;

/** What commands write whose results are no report. */
export const shownFormats = ['text', 'json'] as const satisfies readonly OutputFormat[];

/** What commands write whose results are a report: those of `report` as well. */
export const textOrReport = ['text', ...reportFormats] as const satisfies readonly OutputFormat[];

const ENDINGS: Readonly<Record<OutputFormat, readonly string[]>> = {
  text: ['.txt'],
  yaml: ['.yaml', '.yml'],
  html: ['.html'],
  xlsx: ['.xlsx'],
  csv: ['.csv'],
  md: ['.md'],
  json: ['.json'],
};

export interface OutputChoices {
  readonly json?: true;
  readonly format?: ReportFormat;
  readonly output?: string;
}

/**
 * What is to be written: what is asked for, else as the name of the output file ends, else, where it has no ending (as names of
 * devices) or there is no file, the first of what the command writes. The one rule for all commands.
 *
 * @throws ScenarioError  where the name promises what the command does not write
 */
export function outputFormat<Written extends OutputFormat>(
  { json, format, output = '' }: OutputChoices,
  written: readonly [Written, ...Written[]],
): Written | ReportFormat {
  if (json === true) return 'json';
  if (format !== undefined) return format;
  const ending = extname(output).toLowerCase();
  const meant = ending === '' ? written[0] : written.find((each) => ENDINGS[each].includes(ending));
  if (meant !== undefined) return meant;
  throw refusal('', `cannot be written as ${ending}`, adviceFor(ending, written), output);
}

/** How the names of files end that can be written: `.txt, .json`. */
export function endingsOf(written: readonly OutputFormat[]): string {
  return written.flatMap((each) => ENDINGS[each]).join(', ');
}

function adviceFor(ending: string, written: readonly OutputFormat[]): string {
  const isOfReport = reportFormats.some((each) => ENDINGS[each].includes(ending));
  return isOfReport
    ? `End the name in ${endingsOf(written)}; \`apportion report\` writes the recommended plan as ${ending}.`
    : `End the name in ${endingsOf(written)}.`;
}
