import type { Report } from '../../src/domain.ts';
import type { Reported } from '../../src/documents/reported.ts';
import { report } from '../report/sample.ts';

/** The report written by hand, with the file it could be of. */
export const reported: Reported = { report, files: [{ name: 'autumn.yaml', text: 'abc' }] };

/** The same with this text wherever a planner may write one. */
export function namedAll(text: string): Reported {
  const { scenario } = report;
  const hostile: Report = {
    ...report,
    scenario: {
      ...scenario,
      name: text,
      notes: text,
      source: text,
      currency: text,
      channels: scenario.channels.map(({ name }) => ({ name, label: text, source: text })),
    },
    assumptions: [{ path: `channels.search.${text}`, text, words: text }],
    notes: [text],
  };
  return { report: hostile, files: [{ name: text, text }] };
}
