import type { Estimate, Model } from '../domain.ts';
import { ScenarioError } from '../errors.ts';
import type { Row } from '../domain/row.ts';
import { REPLICATES } from '../random/points.ts';
import { ofReplicates } from '../simulate/tally/estimate.ts';
import { WORST_SHARE } from '../simulate/summary/summarize.ts';
import { momentsOf } from '../statistics/moments.ts';
import { quantileOfSorted } from '../statistics/quantile.ts';
import type { Given, View, ViewWish } from './influence.ts';
import { orderOf } from '../statistics/order.ts';
import { bandWeights, effectiveDraws, meanWeights, weightedMean, weightedTailMean, type Weights } from './weights.ts';

/** A view, and the place of its assumption. */
export interface Asked {
  readonly wish: ViewWish;
  readonly at: number;
}

/** With fewer effective draws than these, nothing sensible can be said. */
const FEWEST = 64;
const MOST_MOVED = 5;

/**
 * The outcome in draws where all views hold: bands leave draws out, means tilt the weights of those left as little as can be. No draw
 * is made anew.
 *
 * @param rows  values of all assumptions, draw by draw
 * @throws ScenarioError  where too few draws are left
 */
export function givenViews(
  model: Model,
  asked: readonly Asked[],
  rows: readonly Row[],
  outcome: Row,
  canLose: boolean,
): Given {
  const views = asked.map(({ wish, at }) => viewOf(wish, model.assumptions[at]!.id, rows[at]!));
  let weights: Weights = new Float64Array(outcome.length).fill(1 / outcome.length);
  // Bands first: a mean is then that of the draws within them.
  for (const kind of ['band', 'mean'] as const) {
    for (const [k, view] of views.entries()) {
      if (view.kind !== kind) continue;
      const next = withView(view, rows[asked[k]!.at]!, weights);
      if (next === undefined) throw refusal(view);
      weights = next;
    }
  }
  const effective = effectiveDraws(weights);
  if (effective < FEWEST) throw refusal(views[0]!, effective);
  const order = orderOf(outcome);
  const estimate = (figure: (weights: Weights) => number): Estimate =>
    ofReplicates(
      figure(weights),
      partsOf(weights).map((part) => figure(part)),
    );
  return {
    views,
    effective,
    mean: estimate((own) => weightedMean(outcome, own)),
    worstMean: estimate((own) => weightedTailMean(outcome, own, order, WORST_SHARE)),
    ...(canLose
      ? {
          chanceOfLoss: estimate((own) => own.reduce((sum, weight, i) => (outcome[i]! < 0 ? sum + weight : sum), 0)),
        }
      : {}),
    moved: movedBy(model, rows, weights),
  };
}

function viewOf(wish: ViewWish, id: string, row: Row): View {
  if ('mean' in wish) return { id, kind: 'mean', mean: wish.mean };
  if ('between' in wish) return { id, kind: 'band', low: wish.between[0], high: wish.between[1] };
  const sorted = row.toSorted();
  if ('lowest' in wish) {
    const high = quantileOfSorted(sorted, wish.lowest);
    return { id, kind: 'band', low: sorted[0]!, high, share: wish.lowest, end: 'low' };
  }
  const low = quantileOfSorted(sorted, 1 - wish.highest);
  return { id, kind: 'band', low, high: sorted.at(-1)!, share: wish.highest, end: 'high' };
}

function withView(view: View, row: Row, weights: Weights): Weights | undefined {
  if (view.kind === 'mean') return meanWeights(row, view.mean, weights);
  const band = bandWeights(row, view.low, view.high);
  const both = band?.map((weight, i) => (weight > 0 ? weights[i]! : 0));
  const total = both?.reduce((sum, weight) => sum + weight, 0) ?? 0;
  return total > 0 ? both!.map((weight) => weight / total) : undefined;
}

/** The weights of each replicate alone, adding up to 1; those without any draw are left out. */
function partsOf(weights: Weights): readonly Weights[] {
  return Array.from({ length: REPLICATES }, (_, r) => {
    const own = weights.map((weight, i) => (i % REPLICATES === r ? weight : 0));
    const total = own.reduce((sum, weight) => sum + weight, 0);
    return total > 0 ? own.map((weight) => weight / total) : undefined;
  }).filter((part) => part !== undefined);
}

function movedBy(model: Model, rows: readonly Row[], weights: Weights): Given['moved'] {
  return model.assumptions
    .map(({ id }, k) => {
      const { mean, sd } = momentsOf(rows[k]!);
      const after = weightedMean(rows[k]!, weights);
      return { id, before: mean, after, by: sd > 0 ? (after - mean) / sd : 0 };
    })
    .toSorted((a, b) => Math.abs(b.by) - Math.abs(a.by))
    .slice(0, MOST_MOVED);
}

function refusal({ id }: View, effective = 0): ScenarioError {
  const left = effective === 0 ? 'no draw' : `only about ${Math.round(effective)} draws`;
  return new ScenarioError([
    {
      severity: 'error',
      path: 'given',
      message: `what is given about \`${id}\` leaves ${left}`,
      advice: 'Widen it, ask for more draws, or change the range in the file and simulate anew.',
    },
  ]);
}
