/** A model evaluated at chosen points of what is uncertain, not at draws. */
import type { Goal, Model, Plan } from '../domain.ts';
import { transform } from '../distributions/marginal.ts';
import type { Row } from '../domain/row.ts';
import { goalFigure } from '../optimize/wishes/wishes.ts';
import { correlate } from '../random/dependence.ts';
import type { ValuesAt } from './design-point.ts';
import { openFigure } from '../simulate/figure-of-rows.ts';

/**
 * The space of independent standard normal scores that all draws of a model come from: one axis for each assumption that moves
 * alone, and for each source of those that move together. The probability of a point falls with its distance from 0.
 */
export interface ScoreSpace {
  /** Names of the axes: assumptions, and common factors (`factors.market`). */
  readonly axes: readonly string[];
  /** Values of all assumptions, one row each in the model's order, at points: one row of scores per axis. */
  readonly assumptionsAt: (scores: readonly Row[]) => readonly Row[];
}

export function scoreSpace(model: Model): ScoreSpace {
  const { assumptions, clusters } = model;
  const place = new Map(assumptions.map(({ id }, k) => [id, k]));
  const together = new Set(clusters.flatMap(({ ids }) => ids));
  const alone = assumptions.flatMap(({ id }) => (together.has(id) ? [] : [id]));
  const axes = [...new Set([...alone, ...clusters.flatMap(({ sources }) => sources)])];
  const axis = new Map(axes.map((name, k) => [name, k]));

  function assumptionsAt(scores: readonly Row[]): readonly Row[] {
    const count = scores[0]?.length ?? 1;
    const rows = assumptions.map(() => new Float64Array(count));
    for (const id of alone) rows[place.get(id)!]!.set(scores[axis.get(id)!]!);
    for (const cluster of clusters) {
      correlate(
        cluster,
        cluster.sources.map((source) => scores[axis.get(source)!]!),
        cluster.ids.map((id) => rows[place.get(id)!]!),
        count,
      );
    }
    rows.forEach((row, k) => transform(assumptions[k]!.marginal, row, row, count));
    return rows;
  }

  return { axes, assumptionsAt };
}

/** The figure of a goal of a plan at points of a model's space. */
export function figureAtScores(
  model: Model,
  { assumptionsAt }: ScoreSpace,
  plan: Plan,
  figure: Pick<Goal, 'maximize' | 'plus'>,
): ValuesAt {
  const opened = openFigure(model, plan, goalFigure(figure));
  return (scores) => opened.at(assumptionsAt(scores)).total;
}
