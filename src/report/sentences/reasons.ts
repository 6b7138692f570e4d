import type { ChannelReason, LimitName, Report } from '../../domain.ts';
import { amount } from '../numbers/exact.ts';
import { channelLabel } from './names.ts';
import { drawsOfReasons, isAlone, limitOf, moneyFacts, spendText } from './reason-facts.ts';
import { wishText } from './wish-words.ts';
import { goalWords, listText, periodsText } from './words.ts';

/** Why a channel gets what it gets, in one sentence or two: `Search: 54,000 CNY. ...`. */
export function reasonText(report: Report, reason: ChannelReason): string {
  return `${channelLabel(report, reason.channel)}: ${spendText(report, reason) ?? 'nothing'}. ${why(report, reason)}${when(report, reason)}`;
}

/** What is to be said of all reasons together. */
export function reasonNotes(report: Report): readonly string[] {
  const draws = drawsOfReasons(report);
  const from =
    draws === undefined
      ? []
      : [
          `Why is told from the ${draws} search draws: what the next money brings may differ a little in tables, which are of fresh draws.`,
        ];
  return [...exchangeText(report), ...from];
}

/** Which periods may be exchanged as a whole; nothing where their order matters. */
export function exchangeText({ optimization, scenario: { unit } }: Report): readonly string[] {
  if (optimization === undefined || !('plan' in optimization) || optimization.exchangeable === undefined) return [];
  return [
    `Whole ${unit}s may be exchanged without loss: what all channels get in ${periodsText(optimization.exchangeable, unit)} may come in any other order.`,
  ];
}

/** At which other time money would do as well. */
function when({ scenario: { currency, unit } }: Report, { when: tie }: ChannelReason): string {
  if (tie === undefined) return '';
  const { amount: sum, from, to, anyOf } = tie;
  const there = `${anyOf && to.length > 1 ? 'any of ' : ''}${periodsText(to, unit)}`;
  return ` When it is spent matters little: ${amount(sum)}\u00a0${currency} of ${periodsText(from, unit)} would do as well in ${there}.`;
}

function why(report: Report, reason: ChannelReason): string {
  const money = moneyWords(report, reason);
  switch (reason.kind) {
    case 'balanced':
      return money === undefined
        ? 'Nothing else would do with less.'
        : isAlone(report, reason)
          ? `${money.next} there ${money.brings(reason.next)}.`
          : `${money.next} there ${money.brings(reason.next)}, about as much as ${money.alike}.`;
    case 'within gap':
      return `${compared(reason, money)} Evening that out would gain less than the search can tell.`.trimStart();
    case 'tie':
      return `${listText(reason.others.map((name) => channelLabel(report, name)))} would do as well: moving ${amount(reason.amount)}\u00a0${report.scenario.currency} between them changes less than the search can tell.`;
    case 'held':
      return `Held ${reason.gets === 'less' ? 'down' : 'up'} by «${limitText(report, reason.by)}». ${compared(reason, money)}`.trimEnd();
    case 'wish':
      return `It gets ${reason.gets} for the sake of «${wishText(report, reason.wish)}». ${compared(reason, money)}`.trimEnd();
    case 'left out':
      return money === undefined
        ? 'The same money does more elsewhere.'
        : `${compared(reason, money, 'first')} ${atBest(report, reason, money, '')}`.trimEnd();
    case 'fixed cost':
      return money === undefined
        ? 'What it costs to use it is not made up for.'
        : atBest(report, reason, money, ' with all that it costs to use it');
    case 'minimum if used':
      return `It may not get less than its minimum. ${atBest(report, reason, money, '')}`.trimEnd();
    case 'one too many':
      return `Others fill «${limitText(report, reason.by)}». ${compared(reason, money, 'first')}`.trimEnd();
    case 'unexplained':
      return `${compared(reason, money)} The plan is the best that was found; that no other is better is not proven.`.trimStart();
  }
}

/** How the worth of money is told; undefined where it is not. */
interface MoneyWords {
  /** `The next 1 CNY`. */
  readonly next: string;
  readonly first: string;
  readonly each: string;
  /** `brings back 1.38`. */
  readonly brings: (perUnit: number) => string;
  /** Where it could be instead. */
  readonly alike: string;
  /** `, elsewhere 1.02`: what it would be there; nothing where it would be nothing. */
  readonly instead: string;
}

const VERBS = { back: 'brings back', figure: 'brings', goal: 'adds' } as const;
const OTHERWISE = { elsewhere: 'elsewhere', unspent: 'money that is not spent' } as const;

function moneyWords(report: Report, reason: ChannelReason): MoneyWords | undefined {
  const facts = moneyFacts(report, reason);
  if (facts === undefined) return undefined;
  const { sum, over, brings, otherwise } = facts;
  const { goal, currency } = report.scenario;
  const { noun, kind } = goalWords(goal.maximize);
  const of = brings !== 'figure' ? '' : kind === 'count' ? ` ${noun}` : `\u00a0${currency} of ${noun}`;
  const much = (perUnit: number) => `${facts.much(perUnit)}${of}`;
  return {
    next: over === undefined ? `The next ${sum}` : `On average each ${sum} of the first ${over}`,
    first: over === undefined ? `The first ${sum}` : `On average each ${sum} of the first ${over}`,
    each: `each ${sum}`,
    brings: (perUnit) => `${VERBS[brings]} ${much(perUnit)}${brings === 'goal' ? ' to the goal' : ''}`,
    alike: OTHERWISE[otherwise],
    instead:
      otherwise === 'elsewhere'
        ? `, elsewhere ${much(reason.price)}`
        : brings === 'back'
          ? `, unspent it stays ${much(reason.price)}`
          : '',
  };
}

/** `The next 1 CNY there brings back 1.38, elsewhere 1.02.` */
function compared({ next }: ChannelReason, money: MoneyWords | undefined, which: 'next' | 'first' = 'next'): string {
  return money === undefined ? '' : `${money[which]} there ${money.brings(next)}${money.instead}.`;
}

function atBest(
  { scenario: { currency } }: Report,
  reason: Extract<ChannelReason, { readonly kind: 'left out' | 'fixed cost' | 'minimum if used' }>,
  money: MoneyWords | undefined,
  counted: string,
): string {
  const { best } = reason;
  if (best === undefined || money === undefined) return '';
  return `At its best, with ${amount(best.amount)}\u00a0${currency}, ${money.each} there ${money.brings(best.perUnit)} on average${counted}${money.instead}.`;
}

/** The name of a limit without the period. */
function limitText(report: Report, limit: LimitName): string {
  return limitOf(report, limit).name;
}
