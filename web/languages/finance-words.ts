/** Texts of the view of a plan as finance sees it. */
import type { PeriodUnit } from '../../src/domain.ts';
import type { FinanceWords } from '../../src/report/languages/finance-words.ts';

export interface FinanceViewWords extends FinanceWords {
  readonly about: string;
  readonly ask: string;
  readonly chance: string;
  readonly chanceHint: string;
  readonly chanceWrong: string;
  readonly collect: string;
  readonly pay: string;
  readonly lagHint: string;
  readonly lagWrong: string;
  /** Where else these terms count. */
  readonly inReports: string;
  readonly tiles: {
    readonly title: string;
    readonly value: (currency: string) => string;
    /** @param level  profit that is reached with the chance */
    readonly level: (level: string, chance: string) => string;
    readonly reserve: (currency: string) => string;
    readonly reserveNote: (chance: string) => string;
    readonly payback: (unit: PeriodUnit) => string;
    readonly never: string;
    readonly afterEnd: string;
    readonly financing: (currency: string) => string;
    readonly financingNote: (most: string, chance: string) => string;
  };
  /** Whose customers are told apart by when they were won. */
  readonly whose: { readonly label: string; readonly byChannel: string; readonly together: string };
  /** What the colours of what customers have brought mean, at the end of a caption. */
  readonly shaded: string;
}
