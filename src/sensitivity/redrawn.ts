import type { Model } from '../domain.ts';

/** Assumptions that are drawn together, or one that is drawn alone. */
export interface DrawnTogether {
  readonly ids: readonly string[];
}

/** What is drawn apart from all else: each cluster of assumptions that move together, and each other assumption. */
export function drawnApart({ assumptions, clusters }: Model): readonly DrawnTogether[] {
  const together = new Set(clusters.flatMap(({ ids }) => ids));
  return [
    ...clusters.map(({ ids }) => ({ ids })),
    ...assumptions.flatMap(({ id }) => (together.has(id) ? [] : [{ ids: [id] }])),
  ];
}

/** A name under which an assumption has other draws. */
const AGAIN = ' again';

/** The model in which these are drawn anew and all others have the draws they had. */
export function redrawn(model: Model, { ids }: DrawnTogether): Model {
  const anew = new Set(ids);
  return {
    ...model,
    assumptions: model.assumptions.map((assumption) =>
      anew.has(assumption.id) && !model.clusters.some((cluster) => cluster.ids.includes(assumption.id))
        ? { ...assumption, id: assumption.id + AGAIN }
        : assumption,
    ),
    clusters: model.clusters.map((cluster) =>
      cluster.ids.some((id) => anew.has(id))
        ? { ...cluster, sources: cluster.sources.map((source) => source + AGAIN) }
        : cluster,
    ),
  };
}
