import { refusal } from '../../errors.ts';
import type { Row } from '../../domain/row.ts';
import { beliefOf } from '../../information/belief.ts';
import type { AfterPilot } from '../../information/information-value.ts';
import { weightsAfter } from '../../information/pilot.ts';
import { bestOf } from '../../information/rule-value.ts';
import { REPLICATES } from '../../random/points.ts';
import { effectiveDraws, weightedMean } from '../../sensitivity/weights.ts';
import { ofReplicates } from '../../simulate/tally/estimate.ts';
import type { Decision } from './decision.ts';
import { broughtBy } from './pilot-brings.ts';
import { sizeOf, usualSpend, type PilotWish } from './pilot-wish.ts';

/** Assumptions that are told: those that moved most. */
const MOST_MOVED = 5;
/** With fewer effective draws than these the beliefs after a pilot are too coarse to be told. */
const FEWEST = 64;

/** Beliefs, and the best plan, after what a pilot brought. */
export async function afterPilot(
  decision: Decision,
  asked: PilotWish & { readonly at: number },
  values: readonly Row[],
  rows: readonly Row[],
): Promise<AfterPilot> {
  const { model } = decision;
  const { at, customers = 0, leads } = asked;
  const [brought] = await broughtBy(decision, at, [sizeOf(model, asked, usualSpend(decision, at))]);
  const expected = brought!.counts;
  if (leads !== undefined && expected.length < 2) {
    throw refusal(
      'pilot',
      `the channel ${asked.channel} counts no leads`,
      'Leave them out, or give its funnel a lead stage.',
    );
  }
  const counts = leads === undefined ? [customers] : [customers, leads];
  const weights = weightsAfter(expected.slice(0, counts.length), counts);
  const effective = weights === undefined ? 0 : effectiveDraws(weights);
  if (weights === undefined || effective < FEWEST) {
    throw refusal(
      'pilot',
      `the result of the pilot lies outside what the file holds possible: ${Math.round(effective)} draws are left`,
      'Widen the ranges of this channel, or ask for more draws.',
    );
  }
  const equal = new Float64Array(weights.length).fill(1 / weights.length);
  const moved = model.assumptions
    .map(({ id }, k) => ({ id, before: beliefOf(values[k]!, equal), after: beliefOf(values[k]!, weights) }))
    .toSorted((a, b) => shift(b) - shift(a))
    .slice(0, MOST_MOVED);
  const means = rows.map((row) => weightedEstimate(row, weights));
  const best = means.reduce((most, { value }, k) => (value > means[most]!.value ? k : most), 0);
  return {
    channel: asked.channel,
    counts: { customers, ...(leads === undefined ? {} : { leads }) },
    effective,
    customers: { before: beliefOf(expected[0]!, equal), after: beliefOf(expected[0]!, weights) },
    moved,
    means,
    best: { before: bestOf(rows), after: best },
  };
}

/** How far a belief has moved, in widths of its range. */
function shift({ before, after }: AfterPilot['moved'][number]): number {
  const width = before.range[1] - before.range[0];
  return width > 0 ? Math.abs(after.mean - before.mean) / width : 0;
}

function weightedEstimate(row: Row, weights: Row) {
  const parts = Array.from({ length: REPLICATES }, (_, r) => {
    let [sum, total] = [0, 0];
    for (let i = r; i < row.length; i += REPLICATES) {
      sum += weights[i]! * row[i]!;
      total += weights[i]!;
    }
    return total > 0 ? sum / total : undefined;
  }).filter((part) => part !== undefined);
  return ofReplicates(weightedMean(row, weights), parts);
}
