import type { Estimate, Report, ResourceWorth } from '../../domain.ts';
import { chanceFigure, figure, inline } from '../numbers/estimate.ts';
import { roughRange } from '../numbers/rough.ts';
import type { Found } from './goal.ts';
import { resourceLabel } from './names.ts';
import { ofGoal } from './words.ts';

/** What one more hour or unit of a resource that holds the plan back would add. */
export interface ResourceFacts extends Pick<ResourceWorth, 'inHours' | 'over'> {
  readonly name: string;
  /** Share of draws in which it holds the plan back; absent where that is all of them. */
  readonly short?: string;
  readonly oneMore: string;
  /** Where 90 % of the draws lie; absent where no draw alone has a say in the goal. */
  readonly range?: readonly [low: string, high: string];
  /** What one less would take away, where that is clearly more: just what there is is used up. */
  readonly oneLess?: string;
}

/** One less that takes away this much more than one more adds is no matter of noise and of the size of the step. */
const CLEARLY = 1.1;

/** See {@link ResourceFacts}; of the resources that hold the plan back in any draw. */
export function resourceFacts(report: Report, found: Found): readonly ResourceFacts[] {
  const { draws } = report;
  const { goal } = report.scenario;
  const kind = goal.maximize === 'customers' ? 'ratio' : 'money';
  const shown = (estimate: Estimate) => inline(figure(estimate, kind));
  return (found.resources ?? []).flatMap(({ name, inHours, over, short, oneMore: { mean, range }, oneLess }) => {
    if (short.value === 0) return [];
    const noise = 4 * (mean.standardError + oneLess.standardError);
    return [
      {
        name: resourceLabel(report, name),
        inHours,
        over,
        ...(short.value === 1 ? {} : { short: inline(chanceFigure(short, draws.judging)) }),
        oneMore: shown(mean),
        ...(range === undefined ? {} : { range: roughRange(range, kind) }),
        ...(oneLess.value > CLEARLY * Math.max(0, mean.value) + noise ? { oneLess: shown(oneLess) } : {}),
      },
    ];
  });
}

/** Which resources hold the plan back, how often, and what one more hour or unit of each would add. */
export function resourceTexts(report: Report, found: Found): readonly string[] {
  const { unit } = report.scenario;
  const what = ofGoal(report.scenario);
  return resourceFacts(report, found).map(({ name, inHours, over, short, oneMore, range, oneLess }) => {
    const each = over === 'period' ? ` in every ${unit}` : '';
    const rest =
      oneLess === undefined
        ? ''
        : ` One less${each} would take away ${oneLess}${what}: the plan uses up just what there is, and one made anew for one more could add more.`;
    return (
      `«${name}» holds the plan back in ${short === undefined ? 'all' : `${short} of`} draws. ` +
      `One more ${inHours ? 'hour' : 'unit'} of it${each} would add ${oneMore}${what}${range === undefined ? '' : ' on average'}, with the plan as it is` +
      `${range === undefined ? '' : `; in 9 of 10 draws ${spanText(range)}`}.${rest}`
    );
  });
}

function spanText([low, high]: readonly [low: string, high: string]): string {
  return low === high ? low : `between ${low} and ${high}`;
}
