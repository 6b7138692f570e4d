import { Option, type Command } from 'commander';
import type { FinanceWishes } from '../runs/finance.ts';
import { USUAL_CHANCE } from '../runs/usual.ts';
import { share, wholeNumber } from './arguments.ts';

export interface FinanceChoices {
  readonly chance?: number;
  readonly collectAfter?: number;
  readonly payAfter?: number;
}

const LONGEST_LAG = 520;

/** How finance looks at a plan: what chance it counts on, and when money moves. */
export function addFinanceOptions(command: Command): Command {
  const lag = wholeNumber({ least: 0, most: LONGEST_LAG });
  return command
    .addOption(
      new Option(
        '--chance <share>',
        `of reaching profit and of financing being enough (standard: ${USUAL_CHANCE * 100}%)`,
      ).argParser(share({ least: 0.5, most: 0.999 })),
    )
    .addOption(new Option('--collect-after <periods>', 'when customers pay (standard: at once)').argParser(lag))
    .addOption(new Option('--pay-after <periods>', 'when media are paid (standard: at once)').argParser(lag));
}

export function financeWishes({
  chance,
  collectAfter,
  payAfter,
}: FinanceChoices): Pick<FinanceWishes, 'chance' | 'lags'> {
  return {
    ...(chance === undefined ? {} : { chance }),
    lags: {
      ...(collectAfter === undefined ? {} : { collect: collectAfter }),
      ...(payAfter === undefined ? {} : { pay: payAfter }),
    },
  };
}
