import type { Report } from '../../domain.ts';
import { exact, percent } from '../numbers/exact.ts';
import { magnitude } from '../../numeric/digits.ts';
import { roughRange } from '../numbers/rough.ts';
import { channelLabel, MOST_CHANNELS_NAMED } from './names.ts';
import { listText } from './words.ts';

/** How near to the best the plan is on fresh draws, and how much the best plans for them differ. */
export interface StabilityFacts {
  readonly batches: string;
  /** Of each batch. */
  readonly draws: string;
  /** The share of the goal by which the plan is short of the best at most; undefined where nothing is known. */
  readonly atMost: string | undefined;
  /** Of the best possible, not only of the best found. */
  readonly proven: boolean;
  /** In how many batches there is no plan; undefined for none. */
  readonly withoutPlan: string | undefined;
  /** What the best plans have in the channels where they differ most; undefined where there are no such plans. */
  readonly differing: readonly { readonly name: string; readonly total: readonly [string, string] }[] | undefined;
  /** Channels where they differ less, which are not named. */
  readonly others: number;
}

/** See {@link StabilityFacts}; undefined if not asked. */
export function stabilityFacts(report: Report): StabilityFacts | undefined {
  const { stability } = report;
  if (stability === undefined) return undefined;
  const { batches, draws, gap, proven, withoutPlan, channels } = stability;
  const differing = channels.filter(({ total: [least, most] }) => most > 0 && least < most);
  const span = ({ total: [least, most] }: (typeof channels)[number]) => most - least;
  const smallest = differing.map(span).toSorted((a, b) => b - a)[MOST_CHANNELS_NAMED - 1] ?? 0;
  const named = differing.filter((channel) => span(channel) >= smallest);
  return {
    batches: exact(batches, 'count'),
    draws: exact(draws, 'count'),
    atMost: Number.isFinite(gap.atMost) ? atMostText(gap.atMost) : undefined,
    proven,
    withoutPlan: withoutPlan === 0 ? undefined : exact(withoutPlan, 'count'),
    differing:
      channels.length === 0
        ? undefined
        : named.map(({ name, total }) => ({ name: channelLabel(report, name), total: roughRange(total, 'money') })),
    others: differing.length - named.length,
  };
}

/** The same in sentences; none if not asked. */
export function stabilityTexts(report: Report): readonly string[] {
  const facts = stabilityFacts(report);
  if (facts === undefined) return [];
  const { differing, others } = facts;
  return [gapText(facts), ...(differing === undefined ? [] : [differenceText(differing, others, report)])];
}

function gapText({ batches, draws, atMost, proven, withoutPlan }: StabilityFacts): string {
  const on = `${batches} fresh batches of ${draws} draws`;
  const without =
    withoutPlan === undefined ? '' : ` In ${withoutPlan} of them no plan keeps all you ask for: they are left out.`;
  if (atMost === undefined) return `On ${on} nothing can be said of how near to the best the plan is.${without}`;
  const best = proven ? 'the best possible' : 'the best plan found there';
  return `On ${on} the plan is within ${atMost} of ${best}, with 95\u00a0% confidence.${without}`;
}

function differenceText(
  differing: NonNullable<StabilityFacts['differing']>,
  others: number,
  { scenario: { currency } }: Report,
): string {
  if (differing.length === 0) return 'The best plans for them are all the same.';
  const texts = differing.map(
    ({ name, total: [least, most] }) => `${name} ${least === most ? least : `${least} to ${most}`}\u00a0${currency}`,
  );
  const rest = others === 0 ? '' : `; in ${others} more channels they differ less`;
  return `The best plans for them have ${listText(texts)}${rest}.`;
}

/** Rounded up to two digits, so that it never promises too much. */
function atMostText(share: number): string {
  const size = Math.max(share, SMALLEST);
  const decimals = Math.max(0, 1 - magnitude(size * 100));
  const unit = Number(`1e${-decimals - 2}`);
  return percent(Math.ceil(size / unit - 1e-9) * unit, decimals);
}

const SMALLEST = 1e-5;
