import type { ReportedChannel } from './channels.ts';
import type { Heading } from './heading.ts';

/** All that is taken from a report. */
export interface MeridianReport extends Heading {
  readonly channels: readonly ReportedChannel[];
  /** What the curves count: revenue, or a KPI without a value in money, which is taken for customers. */
  readonly counts: 'revenue' | 'customers';
  /** Name of the file, on one line. */
  readonly file?: string;
}

/** Spend and outcome of all channels together. */
export function totalOf(report: MeridianReport, plan: 'today' | 'optimized') {
  return report.channels.reduce(
    (sum, channel) => ({
      spend: sum.spend + channel[plan].spend,
      outcome: sum.outcome + channel[plan].outcome,
    }),
    { spend: 0, outcome: 0 },
  );
}
