import { ScenarioError, type Issue } from '../errors.ts';
import type { Imported, Importer } from './importer.ts';
import { reportedChannels } from './meridian/channels.ts';
import { chartsIn } from './meridian/charts.ts';
import { headingOf } from './meridian/heading.ts';
import { oneLine } from './name.ts';
import { notesOn } from './meridian/notes.ts';
import { curveRows } from './meridian/rows.ts';
import { scenarioText } from './meridian/scenario.ts';

/** Fifty times a report of five channels. */
const MOST_CHARACTERS = 20_000_000;

const LONGEST_FILE = 200;

/**
 * The report that Google Meridian's budget optimization writes (`output_optimization_summary`), as one page of HTML. The
 * response curves are taken from the data of its pictures; nothing of the page is run.
 */
export const meridian: Importer = {
  name: 'meridian',
  about: "Google Meridian's budget optimization report: response curves, limits and today's spend.",
  recognizes: (text) => text.includes('optimized-response-curves-chart'),
  convert(text, { file } = {}) {
    const result = converted(text, file === undefined ? undefined : oneLine(file.split(/[\\/]/).at(-1)!, LONGEST_FILE));
    if ('scenario' in result) return result;
    throw new ScenarioError(result.issues.map((issue) => (file === undefined ? issue : { ...issue, file })));
  },
};

function converted(html: string, file: string | undefined): Imported | { readonly issues: readonly Issue[] } {
  const strange = whyNoReport(html);
  if (strange !== undefined) return { issues: [strange] };
  const charts = chartsIn(html);
  if (!charts.ok) return { issues: [charts.issue] };
  const curves = curveRows(charts.charts);
  if (!curves.ok) return { issues: curves.issues };
  const found = reportedChannels(curves.rows);
  if (!found.ok) return { issues: found.issues };
  const report = {
    ...headingOf(html),
    channels: found.channels,
    counts: /\bKPI\b/.test(curves.outcomeTitle) ? ('customers' as const) : ('revenue' as const),
    ...(file === undefined ? {} : { file }),
  };
  const notes = notesOn(report);
  return { scenario: scenarioText(report, notes), notes };
}

function whyNoReport(text: string): Issue | undefined {
  if (text.length > MOST_CHARACTERS) {
    return {
      severity: 'error',
      path: '',
      message: `a report may have 20,000,000 characters, this file has ${text.length}`,
      advice: "A report of Meridian's budget optimization is a fiftieth of that. Is this another file?",
    };
  }
  if (!/<(?:!doctype\s+html|html)\b/i.test(text)) {
    return {
      severity: 'error',
      path: '',
      message: 'is not a page of HTML',
      advice: 'Give the file that `output_optimization_summary` of Meridian wrote.',
    };
  }
  if (!/<\/html\s*>/i.test(text)) {
    return {
      severity: 'error',
      path: '',
      message: 'the report is cut off: it has no end',
      advice: 'Save or download it again, as one complete page.',
    };
  }
  return undefined;
}
