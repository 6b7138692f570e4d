import { sum } from 'd3-array';
import { channelBelief, type ChannelBelief } from './channel.ts';
import { commonBeliefs } from './common.ts';
import type { Crm } from './customers.ts';
import type { Customer } from './crm-records.ts';
import { warned, type Found } from './finding.ts';
import { guessedBeliefs, NO_SPEND } from './guess.ts';
import type { Observed } from './observed.ts';
import { refusal, type ScenarioError } from '../../errors.ts';
import { MOST_CHANNELS } from '../../scenario/schema/reference.ts';
import { isPlatform } from './sources.ts';
import type { Spending } from './spending.ts';
import { sumOf, weeklySpend } from './spending-sums.ts';
import { tellsCustomers } from './steps.ts';

/** A scenario may have amounts of up to 1e12, and some of it are for many weeks. */
const MOST_WEEKLY = 1e10;

export interface Beliefs {
  readonly beliefs: readonly ChannelBelief[];
  /** Findings on spend that is left out, or missing. */
  readonly left: readonly Found[];
  /** They are made of what all channels together brought. */
  readonly isShared: boolean;
}

/**
 * What is believed of every channel with spend; of every source, where no file has any.
 *
 * @param common  what came of the money of all channels together, where files tell it
 * @throws ScenarioError  where nothing is left to plan with
 */
export function beliefsOf(
  spendings: readonly Spending[],
  crm: Crm,
  observed: Observed,
  common: Spending | undefined,
): Beliefs {
  if (spendings.length === 0) {
    const beliefs = guessedBeliefs(crm, observed, revenueOf(crm.customers ?? []));
    if (beliefs.length === 0)
      throw refusal('', 'no source has five leads or customers or more, and nothing says what was spent');
    return { beliefs, left: [NO_SPEND], isShared: false };
  }
  const events = crm.leads ?? crm.customers ?? [];
  const sources = new Set(events.map(({ channel }) => channel));
  const hasCustomers = (spending: Spending) =>
    sources.has(spending.channel) || tellsCustomers(spending, crm) || isCountedByClick(spending, crm);
  const paid = spendings.filter((spending) => weeklySpend(spending) > 0);
  if (paid.length === 0) {
    throw refusal(
      '',
      'nothing was spent on any channel: all amounts of spend are 0 or blank',
      'Give a time with spend.',
    );
  }
  const brought = sumOf(common?.days.values() ?? []).conversions;
  const isShared = common !== undefined && brought > 0 && events.length === 0 && !paid.some(hasCustomers);
  const left = [
    ...spendings
      .filter((spending) => !paid.includes(spending))
      .map(({ channel }) => warned('NO_SPEND', ({ findings }) => findings.noSpendInAll(channel))),
    ...paid
      .filter((spending) => !isShared && !hasCustomers(spending))
      .map(({ channel }) => warned('SPEND_UNMATCHED', ({ findings }) => findings.nobodyCame(channel))),
  ];
  const spentOn = new Set(spendings.map(({ channel }) => channel));
  const without = [...sources].flatMap((channel) =>
    channel !== undefined && isPlatform(channel) && !spentOn.has(channel) ? [channel] : [],
  );
  if (without.length > 0) {
    left.push(warned('NEED_SPEND', ({ findings }) => findings.spendMissing(without.toSorted())));
  }
  const known = isShared ? paid : paid.filter(hasCustomers);
  if (known.length > MOST_CHANNELS) {
    const small = known.length - MOST_CHANNELS;
    left.push(warned('MANY_CHANNELS', ({ findings }) => findings.manyChannels(MOST_CHANNELS, small)));
  }
  if (known.length === 0) throw nobodyKnown([...paid, ...(common === undefined ? [] : [common])]);
  // Those of most spend come first.
  const kept = known.slice(0, MOST_CHANNELS);
  const shared = isShared ? commonBeliefs(kept, common) : undefined;
  const beliefs = shared?.beliefs ?? kept.map((spending) => channelBelief(spending, crm));
  if (beliefs.some(({ usual, today }) => Math.max(usual, today) > MOST_WEEKLY)) {
    throw refusal('', 'more than 10,000,000,000 a week was spent on a channel', 'Export amounts in a larger unit.');
  }
  return { beliefs, left: shared === undefined ? left : [...left, shared.finding], isShared };
}

/** Why nobody knows what any of the money brought. */
function nobodyKnown(told: readonly Spending[]): ScenarioError {
  const extracts = told.flatMap(({ from }) => from.map(({ extract }) => extract));
  if (extracts.some(({ headings }) => headings.conversions !== undefined)) {
    return refusal(
      '',
      'nobody came for the money: all numbers of customers are 0 or blank',
      'Give a time in which customers were counted, or leads, deals, orders or customers beside the costs.',
    );
  }
  return refusal(
    '',
    'no file says what became of the money',
    'Give leads, deals, orders or customers beside the costs, with the same names of channels, or a column of conversions in them.',
  );
}

/** Whether somebody counts what clicks become, be it nothing. */
function isCountedByClick({ byClick, from }: Spending, { leads, deals, customers }: Crm): boolean {
  const isCounted = (leads ?? deals ?? customers) !== undefined;
  return byClick && (isCounted || from.some(({ extract: { headings } }) => headings.conversions !== undefined));
}

function revenueOf(customers: readonly Customer[]): number {
  return sum(customers, ({ orders }) => sum(orders, ({ amount = 0 }) => amount));
}
