import type { ExceededLimit, PastFacts, Report } from '../../domain.ts';
import { amount } from '../numbers/exact.ts';
import { plain } from '../plain.ts';
import type { Headline } from './headline.ts';
import { channelLabel } from './names.ts';
import { range } from './range.ts';
import { lengthText, listText, periodsText } from './words.ts';

/** A headline after what is past: `With 4 of 12 weeks gone and 312,000 of 1,200,000 EUR spent, the recommended …`. */
export function afterPast(report: Report, { first, rest }: Headline): Headline {
  const { past, scenario } = report;
  if (past === undefined || past.periods === 0) return { first, rest };
  const spent = `${amount(past.spent)}${past.budget === undefined ? '' : ` of ${amount(past.budget.total)}`}`;
  const gone = `${past.periods} of ${lengthText(scenario)} gone`;
  return {
    first: `With ${gone} and ${spent}\u00a0${scenario.currency} spent, ${first.charAt(0).toLowerCase()}${first.slice(1)}`,
    rest: [...past.exceeded.map((limit) => exceededText(report, limit)), ...rest],
  };
}

/** `search has already spent 420,000 of its 400,000 EUR («search, whole plan, at most»).` */
function exceededText(report: Report, { name, channels, most, spent }: ExceededLimit): string {
  const { currency, channels: all } = report.scenario;
  const who =
    channels.length === all.length && all.length > 1 ? undefined : channels.map((one) => channelLabel(report, one));
  const have = who === undefined ? 'All channels together have' : `${listText(who)} ${who.length > 1 ? 'have' : 'has'}`;
  const its = channels.length > 1 ? 'their' : 'its';
  return `${have} already spent ${amount(spent)} of ${its} ${amount(most)}\u00a0${currency} («${plain(name)}»).`;
}

/** What is left, and how what was spent compares with what was planned. */
export function leftText(report: Report, past: PastFacts): readonly string[] {
  const { currency, periods, unit } = report.scenario;
  const money = (value: number) => `${amount(value)}\u00a0${currency}`;
  const ahead = periodsText(range(past.periods + 1, periods), unit);
  const planned = past.channels.reduce((sum, channel) => sum + channel.planned, 0);
  const more = past.spent - planned;
  return [
    ...(past.budget === undefined
      ? []
      : [
          past.budget.left < 0
            ? `Of the budget nothing is left for ${ahead}: it is overspent by ${money(-past.budget.left)}.`
            : `Of the budget ${money(past.budget.left)} are left for ${ahead}.`,
        ]),
    amount(past.spent) === amount(planned)
      ? 'Until now as much was spent as planned.'
      : `Until now ${money(Math.abs(more))} ${more < 0 ? 'less' : 'more'} was spent than planned (${amount(planned)}).`,
    "Below, today's plan is what was spent until now, and the rest as it was planned.",
  ];
}
