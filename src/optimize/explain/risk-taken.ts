import { channelsUsed } from '../../simulate/outcome/evaluate.ts';
import type { ChannelReason } from '../../domain.ts';
import { averageBySpend, sum, type AtPlan } from './at-plan.ts';
import { spreadOf } from './next-money.ts';
import { goalFigure } from '../wishes/wishes.ts';

/** Next units whose means differ by this share get more or less for the sake of the worst cases. */
const DIFFERS = 0.05;

/**
 * Where the worst cases count in the goal: which of these channels, whose next units count the same in it, would get
 * more or less if only means counted.
 */
export async function riskTaken(
  { search: { model, simulator }, search, found: { plan }, spend }: AtPlan,
  channels: readonly number[],
): Promise<ReadonlyMap<number, Pick<Extract<ChannelReason, { readonly kind: 'wish' }>, 'kind' | 'wish' | 'gets'>>> {
  const { risk, maximize } = model.goal;
  const found = new Map<
    number,
    { readonly kind: 'wish'; readonly wish: { readonly risk: typeof risk & object }; readonly gets: 'more' | 'less' }
  >();
  if (risk?.weight === undefined || channels.length < 2) return found;
  const inquiry = { world: 0, plan, used: channelsUsed(plan) };
  const [answer] = await simulator.figures(inquiry, [goalFigure(model.goal)], [false]);
  const { gradient } = answer!.sums;
  const unit = maximize === 'profit' ? 1 : 0;
  const means = channels.map((c) =>
    spreadOf({ search, spend }, c).reduce(
      (all, s, t) => all + (s * gradient[c * model.periods + t]!) / simulator.draws,
      unit,
    ),
  );
  const middle = averageBySpend(
    means,
    channels.map((c) => sum(plan.spend[c]!)),
  );
  channels.forEach((c, k) => {
    const difference = means[k]! - middle;
    if (Math.abs(difference) > DIFFERS * Math.abs(middle)) {
      found.set(c, { kind: 'wish', wish: { risk }, gets: difference > 0 ? 'less' : 'more' });
    }
  });
  return found;
}
