import type { ChannelModel, DrawRequest, Model, Plan } from '../../domain.ts';
import type { RowsByPeriod } from '../../carryover/spread.ts';
import type { Row } from '../../domain/row.ts';
import { blockOfRows, type Block } from '../block/block.ts';
import { recycled } from '../block/memory.ts';
import { withVolume } from '../channel/effective-spend.ts';
import { volumesOf } from '../channel/volume.ts';
import { conditionsOf } from '../conditions/conditions.ts';
import type { Figure } from '../goal/figure.ts';
import { figureInBlock } from '../goal/figure-in-block.ts';
import { modelParts, planOfPart, type ModelPart } from '../model-parts.ts';
import { openSampler } from '../sample.ts';
import { checkedRule, endsOf, isSmooth, type Trial } from './checked-rule.ts';
import type { PeriodRule } from './period-rule.ts';
import { rowInAll } from './row-in-all.ts';
import { uncertainOf, type RulesOfPlans } from './ruled-values.ts';

/** Draws that rules are tried in: some of the first ones, and those of them with the least and the most of anything. */
const FIRST_DRAWS = 512;
const EVERY = 4;
/** Numbers in all tables of rules: as many as go with the work of a block when it is repeated. */
const MOST_NUMBERS = 3 << 17;

/**
 * Rules for the periods of channels, so that what plans bring draw by draw is had from fewer curves: plain data, the same for all
 * blocks of a run.
 */
export function rulesOfPlans(
  model: Model,
  request: DrawRequest,
  plans: readonly Plan[],
  figures: readonly Figure[],
): RulesOfPlans {
  let left = MOST_NUMBERS;
  const first = openSampler(model, request, 'plain').block(0, Math.min(FIRST_DRAWS, request.draws));
  const parts = modelParts(model).map((part) => ({ part, ruleOf: openTrial(model, part, first, figures) }));
  return plans.map((plan) =>
    parts.map(({ part, ruleOf }) => {
      const rule = left > 0 ? ruleOf?.(planOfPart(plan, part)) : undefined;
      left -= rule?.by.weights.length ?? 0;
      return [rule];
    }),
  );
}

/** What makes the rule of a part for a plan; undefined where nothing can. */
function openTrial(
  { assumptions }: Model,
  { model, reads }: ModelPart,
  first: Block,
  figures: readonly Figure[],
): ((plan: Plan) => PeriodRule | undefined) | undefined {
  const channel = model.channels[0];
  if (channel === undefined || model.channels.length > 1 || !canHaveRule(channel, assumptions.length)) return undefined;
  const uncertain = uncertainOf(channel);
  const marginal = uncertain === undefined ? undefined : assumptions[uncertain]!.marginal;
  const trial = trialOf(first, reads, uncertain, marginal && endsOf(marginal));
  const conditions = conditionsOf(model, trial.block);
  const own = conditions.channels[0]!;
  const worths = figures.map((figure) => figureInBlock(model, conditions, figure).alone?.[0]);
  const [worth] = worths;
  if (worth === undefined || worths.some((each) => each === undefined || !isAlike(each, worth))) return undefined;
  const memory = recycled();
  const found: { readonly scale: Float64Array; readonly rule: PeriodRule | undefined }[] = [];
  return (plan) => {
    const arrivals = withVolume(own.arrivals, volumesOf(model, plan).amount[0]!);
    if (rowInAll(arrivals) === undefined) return undefined;
    // Plans that are compared differ in few channels.
    const known = found.find(({ scale }) => scale.every((times, t) => times === arrivals.scale[t]));
    if (known !== undefined) return known.rule;
    const { count } = trial.block;
    const input = { channel, conditions: own, arrivals, periods: model.periods, count, envelope: undefined };
    const rule = checkedRule({ input, worth, trial, marginal }, memory);
    found.push({ scale: arrivals.scale, rule });
    return rule;
  };
}

/** Whether periods count the same, in proportions that do not depend on draws, for two figures. */
function isAlike(a: RowsByPeriod, b: RowsByPeriod): boolean {
  return rowInAll(a) !== undefined && rowInAll(b) !== undefined && a.scale.every((times, t) => times === b.scale[t]);
}

/** See {@link Trial}. */
function trialOf(
  { first, count, rows }: Block,
  reads: ReadonlySet<number>,
  uncertain: number | undefined,
  ends: readonly [number, number] | undefined,
): Trial {
  const extremes = [...reads].flatMap((place) => extremesOf(rows[place]!));
  const likely = [...Array.from({ length: Math.ceil(count / EVERY) }, (_, k) => k * EVERY), ...extremes];
  const farthest = (ends ?? []).flatMap((end) => extremes.map((draw) => ({ draw, end })));
  const picked = [...likely, ...farthest.map(({ draw }) => draw)];
  const block = blockOfRows(
    first,
    picked.length,
    rows.map((row, place) => {
      if (!reads.has(place)) return row;
      const own = Float64Array.from(picked, (draw) => row[draw]!);
      if (place === uncertain) farthest.forEach(({ end }, k) => (own[likely.length + k] = end));
      return own;
    }),
  );
  return { block, likely: likely.length };
}

/** Places of the least and the largest number of a row. */
function extremesOf(row: Row): readonly [number, number] {
  let [least, most] = [0, 0];
  for (let i = 1; i < row.length; i++) {
    if (row[i]! < row[least]!) least = i;
    if (row[i]! > row[most]!) most = i;
  }
  return [least, most];
}

function canHaveRule({ response, carryover }: ChannelModel, assumptions: number): boolean {
  const uncertain = carryover.parameters.filter((source) => 'row' in source);
  return (
    isSmooth(response.family) &&
    uncertain.length <= 1 &&
    uncertain.every((source) => 'row' in source && source.row < assumptions)
  );
}
