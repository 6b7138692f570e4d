/** Texts of the view of a running plan beside what came of it. */
import type { BoughtOutturn, PlanAgainstActuals } from '../../src/finance/plan-against-actuals.ts';
import type { Headline } from '../../src/report/sentences/headline-walk.ts';

export interface ActualsWords {
  readonly title: string;
  readonly about: string;
  readonly ask: string;
  readonly table: string;
  readonly tableHint: string;
  readonly open: string;
  readonly drop: string;
  readonly example: string;
  readonly exampleHint: string;
  readonly save: string;
  readonly empty: string;
  readonly tooLarge: string;
  readonly headline: (found: PlanAgainstActuals) => Headline;
  readonly sure: (found: PlanAgainstActuals) => readonly string[];
  readonly figures: {
    readonly title: string;
    readonly customers: string;
    readonly revenue: (currency: string) => string;
    readonly spend: (currency: string) => string;
    readonly planned: (amount: string) => string;
    readonly held: string;
    readonly heldOf: (held: string, ranges: string) => string;
    readonly verdicts: Readonly<Record<PlanAgainstActuals['calibration']['verdict'], string>>;
    readonly verdict: (verdict: string, from: string, to: string) => string;
  };
  readonly outturn: {
    readonly title: string;
    readonly caption: string;
    readonly figures: (came: string, from: string, to: string) => string;
    readonly summary: (within: number, channels: number) => string;
    readonly tableTitle: string;
    readonly tableCaption: (found: PlanAgainstActuals) => string;
    readonly columns: readonly [
      channel: string,
      plannedSpend: string,
      spent: string,
      planned: string,
      expected: string,
      came: string,
      standing: string,
    ];
    readonly range: (from: string, to: string) => string;
    readonly standings: Readonly<Record<'below' | 'above', string>>;
    readonly all: string;
  };
  /** What media bought where that was counted, and what became of it. */
  readonly bought: {
    readonly title: string;
    readonly caption: (found: PlanAgainstActuals) => string;
    readonly columns: readonly [
      channel: string,
      stage: string,
      expected: string,
      came: string,
      standing: string,
      forMoney: string,
      ofBought: string,
    ];
    readonly stages: Readonly<Record<BoughtOutturn['stage'], string>>;
  };
  /** Whether customers come back, where that was counted. */
  readonly repeats: {
    readonly title: string;
    readonly caption: string;
    readonly columns: readonly [channel: string, expected: string, came: string, standing: string];
  };
  readonly variance: {
    readonly title: (found: PlanAgainstActuals) => string;
    readonly caption: (found: PlanAgainstActuals) => string;
    readonly planned: string;
    readonly actual: string;
    readonly volume: string;
    readonly effectiveness: string;
    readonly price: string;
    readonly total: string;
    readonly summary: (most: string, by: string) => string;
    readonly columns: readonly [cause: string, change: string];
    readonly tableTitle: string;
  };
}
