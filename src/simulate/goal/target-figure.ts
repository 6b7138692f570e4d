import type { Model, Target } from '../../domain.ts';
import type { RatioPart } from '../../families/target.ts';
import { ratioTarget } from '../../targets/table.ts';
import type { Figure, Ingredient } from './figure.ts';

/** A plan keeps its limits up to this share of them, and a target may be one. */
export const ROUNDING = 1e-7;

/** A ratio as the figures that it is of. */
export interface TwoFigures {
  readonly of: Figure;
  readonly per: Figure;
}

/** A target as a figure that has to be at least so much; `sign` is that of its change where more is asked. */
export interface TargetFigure {
  readonly figure: Figure;
  readonly least: number;
  readonly sign: 1 | -1;
  readonly ratio?: TwoFigures;
}

/** Figures that a target can be about so that it is a limit of the search: what is asked at least, or at most. */
const AT_LEAST: readonly Ingredient[] = ['profit', 'revenue', 'margin', 'customers', 'leads', 'hours'];

/** A target as a figure whose mean has to be at least so much; undefined for what a search cannot be limited by. */
export function targetFigure({ metric, atLeast, atMost }: Target): TargetFigure | undefined {
  if (atLeast !== undefined) {
    const ingredient = AT_LEAST.find((name) => name === metric);
    if (ingredient !== undefined) return { figure: { weights: { [ingredient]: 1 } }, least: atLeast, sign: 1 };
    if (metric === 'spend') return { figure: { weights: { media: 1 } }, least: atLeast, sign: 1 };
    return ratioFigure(metric, 'atLeast', atLeast);
  }
  if (atMost === undefined) return undefined;
  if (metric === 'spend') return { figure: { weights: { media: -1 } }, least: -atMost, sign: -1 };
  if (metric === 'hours') return { figure: { weights: { hours: -1 } }, least: -atMost, sign: -1 };
  if (metric === 'cost') return { figure: { weights: { profit: 1, margin: -1 } }, least: -atMost, sign: -1 };
  if (metric === 'payback') {
    return { figure: { weights: { profit: 1 }, until: Math.floor(atMost), ofPlanOnly: true }, least: 0, sign: -1 };
  }
  return ratioFigure(metric, 'atMost', atMost);
}

/** A ratio of two totals that is asked to be at least, or at most, so much: the one less so many times the other. */
function ratioFigure(metric: string, asked: 'atLeast' | 'atMost', bound: number): TargetFigure | undefined {
  const family = ratioTarget(metric);
  if (family?.ofTotals === undefined || family.side !== asked) return undefined;
  const { of, per } = family.ofTotals;
  const sign = asked === 'atLeast' ? 1 : -1;
  return {
    figure: { weights: { [of]: sign, [per]: -sign * bound }, ofPlanOnly: true },
    least: 0,
    sign,
    ratio: { of: ofPlan(of), per: ofPlan(per) },
  };
}

/** Media is spent by the plan alone. */
function ofPlan(part: RatioPart): Figure {
  return part === 'media' ? { weights: { media: 1 } } : { weights: { [part]: 1 }, ofPlanOnly: true };
}

/** All figures that have to be at least so much for a target to be reached: of a payback one for each period by which it has to hold. */
export function figuresOfTarget(model: Pick<Model, 'periods'>, figure: Figure): readonly Figure[] {
  return [figure, ...later(model, figure)];
}

/** What a draw has to have to count for the chance of a target. */
export interface Counted {
  /** All of them at least so much. */
  readonly figures: readonly Figure[];
  readonly least: number;
}

/** See {@link Counted}: the target less rounding, so that a plan that is right at it in all draws has it. */
export function countedFor(model: Pick<Model, 'periods'>, target: Target): Counted | undefined {
  const found = targetFigure(eased(target));
  if (found === undefined) return undefined;
  const { figure, least } = found;
  const whole = target.metric === 'payback' ? { ...figure, weights: { ...figure.weights, media: ROUNDING } } : figure;
  return { figures: figuresOfTarget(model, whole), least };
}

/** The same target, asked for less than rounding less. */
export function eased<T extends Pick<Target, 'atLeast' | 'atMost'>>(target: T): T {
  const { atLeast, atMost } = target;
  if (atLeast !== undefined) return { ...target, atLeast: atLeast - ROUNDING * Math.abs(atLeast) };
  return atMost === undefined ? target : { ...target, atMost: atMost + ROUNDING * Math.abs(atMost) };
}

/**
 * What has to be paid back for good by a period has to stay so: the same up to each later period with spend, and in all.
 * After the last spend what customers bring only adds up.
 */
function later(model: Pick<Model, 'periods'>, { until, ...figure }: Figure): readonly Figure[] {
  if (until === undefined) return [];
  const periods = Array.from({ length: Math.max(0, model.periods - until) }, (_, k) => until + k + 1);
  return [...periods.map((period) => ({ ...figure, until: period })), figure];
}
