import type { Model, Plan, Target, WishResult } from '../../domain.ts';
import { channelsUsed } from '../../simulate/outcome/evaluate.ts';
import type { Figure } from '../../simulate/goal/figure.ts';
import { countedFor, targetFigure, type Counted } from '../../simulate/goal/target-figure.ts';
import { paidBack } from '../../simulate/summary/payback.ts';
import { tailMean } from '../../statistics/quantile.ts';
import { drawsOf, type Inquiry, type Simulator } from '../asks.ts';
import type { Wish } from './wishes.ts';

/**
 * What each wish comes to under a plan, in the units it was asked in.
 *
 * @param worths  change of the goal per unit by which the `least` of each wish rises
 */
export async function wishResults(
  model: Model,
  simulator: Simulator,
  wishes: readonly Wish[],
  plan: Plan,
  worths: readonly number[],
): Promise<readonly WishResult[]> {
  const results: WishResult[] = [];
  for (const [k, { wish, sign, ask, ratio, least }] of wishes.entries()) {
    if (wish === 'concentration' || ask.kind === 'concentration') continue;
    // A target that has to hold in several periods is one.
    if (wish === wishes[k - 1]?.wish) continue;
    const inquiry = { world: ask.world, plan, used: channelsUsed(plan) };
    const meanOf = (figure: Figure) => meanOfFigure(simulator, inquiry, figure);
    // Rising by one what a ratio must be takes this much of the figure that stands for it.
    const perUnit = ratio === undefined ? 1 : await meanOf(ratio.per);
    const worth = sign * (worths[k] ?? 0) * perUnit;
    if ('risk' in wish) {
      const less = ask.kind === 'blend' ? ask.less : undefined;
      const draws = await drawsOf(simulator, plan, ask.figure, ask.world);
      const ranked = draws.map((value, i) => value - (less?.[i] ?? 0)).sort();
      results.push({ wish, asked: least, reached: tailMean(ranked, wish.risk.worst), worth });
      continue;
    }
    const { target } = wish;
    const asked = target.atLeast ?? target.atMost ?? 0;
    if (target.probability !== undefined) {
      results.push({
        wish,
        asked: target.probability,
        reached: await chanceOf(simulator, plan, countedFor(model, target)!),
        worth: 0,
      });
    } else if (ratio !== undefined) {
      results.push({ wish, asked, reached: (await meanOf(ratio.of)) / perUnit, worth });
    } else if (target.metric === 'payback') {
      results.push({ wish, asked, reached: await paybackOf(model, simulator, plan), worth: 0 });
    } else results.push({ wish, asked, reached: sign * (await meanOf(ask.figure)), worth });
  }
  return results;
}

/** The mean of a figure under a plan. */
export async function meanOfFigure(simulator: Simulator, inquiry: Inquiry, figure: Figure): Promise<number> {
  const [answer] = await simulator.figures(inquiry, [figure], [false]);
  const { cells, baseline } = answer!.sums;
  return cells.reduce((sum, cell) => sum + cell, baseline) / simulator.draws;
}

/** Share of draws in which all figures are at least so much. */
export async function chanceOf(simulator: Simulator, plan: Plan, { figures, least }: Counted): Promise<number> {
  const inquiry = { world: 0, plan, used: channelsUsed(plan) };
  const found = await simulator.figures(
    inquiry,
    figures,
    figures.map(() => true),
  );
  const rows = found.map(({ values }) => values!);
  const isReached = (_: number, draw: number) => rows.every((row) => row[draw]! >= least);
  return rows[0]!.filter(isReached).length / simulator.draws;
}

/**
 * The most (least, where that is asked) that a plan has of a target's figure or ratio in at least the share of draws that is asked;
 * undefined where that is no number.
 */
export async function levelAtChance(simulator: Simulator, plan: Plan, target: Target): Promise<number | undefined> {
  const { atLeast, probability } = target;
  const found = targetFigure(target);
  if (found === undefined || probability === undefined || target.metric === 'payback') return undefined;
  const { ratio, figure, sign } = found;
  const [of, per] = await Promise.all(
    (ratio === undefined ? [figure] : [ratio.of, ratio.per]).map((each) => drawsOf(simulator, plan, each)),
  );
  // A figure that is asked at most stands there with its sign turned.
  const reached = of!.map((value, draw) => (per === undefined ? sign * value : value / per[draw]!)).sort();
  const missed = Math.floor((1 - probability) * reached.length + 1e-9);
  const level = atLeast === undefined ? reached.at(-1 - missed) : reached[missed];
  return level !== undefined && Number.isFinite(level) ? level : undefined;
}

/** Periods after which the expected profit of the plan so far is never again below zero; Infinity when it ends there. */
export async function paybackOf(model: Model, simulator: Simulator, plan: Plan): Promise<number> {
  const figure: Figure = { weights: { profit: 1 }, ofPlanOnly: true };
  const [answer] = await simulator.figures({ world: 0, plan, used: channelsUsed(plan) }, [figure], [false]);
  const { cells } = answer!.sums;
  const all = model.periods + model.tail;
  const profit = Array.from({ length: all }, (_, t) =>
    model.channels.reduce((sum, _channel, c) => sum + cells[c * all + t]!, 0),
  );
  const periods = paidBack(profit);
  return periods > all ? Infinity : periods;
}
