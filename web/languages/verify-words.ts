/** Texts of the view that runs a recorded decision again. */
import type { PeriodUnit } from '../../src/domain.ts';
import type { RecordedOptions } from '../../src/runs/record.ts';
import type { Verification } from '../../src/runs/verify.ts';
import type { DecisionRow } from '../../src/runs/verify/decision-rows.ts';
import type { Headline } from '../../src/report/sentences/headline-walk.ts';

export interface VerifyWords {
  readonly title: string;
  readonly about: string;
  readonly ask: string;
  readonly record: string;
  readonly hint: string;
  readonly open: string;
  readonly drop: string;
  readonly empty: string;
  readonly tooLarge: string;
  readonly headline: (found: Verification) => Headline;
  readonly sure: (found: Verification) => readonly string[];
  /** How a row came out. */
  readonly same: string;
  readonly differs: string;
  readonly decision: {
    readonly title: string;
    readonly caption: (currency: string) => string;
    readonly columns: readonly [part: string, recorded: string, found: string, verdict: string];
    readonly rows: Readonly<Record<Exclude<DecisionRow['of']['kind'], 'spend'>, string>>;
    readonly spend: (channel: string) => string;
    readonly spendIn: (channel: string, unit: PeriodUnit, period: number) => string;
    readonly plans: Readonly<Record<string, string>>;
  };
  readonly said: { readonly title: string; readonly recorded: string; readonly found: string };
  readonly inputs: {
    readonly title: string;
    readonly caption: string;
    readonly columns: readonly [part: string, recorded: string, here: string, verdict: string];
    readonly engine: string;
    readonly file: (name: string) => string;
    readonly report: string;
  };
  readonly options: {
    readonly title: string;
    readonly caption: string;
    readonly columns: readonly [option: string, value: string];
    readonly command: string;
    readonly names: Readonly<Record<keyof RecordedOptions, string>>;
    readonly yes: string;
    readonly no: string;
  };
}
