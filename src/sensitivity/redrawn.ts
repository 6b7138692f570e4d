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

/** The model in which everything is drawn anew, moving together as it did. */
export function redrawn(model: Model): Model {
  return {
    ...model,
    assumptions: model.assumptions.map((assumption) => ({ ...assumption, id: assumption.id + AGAIN })),
    clusters: model.clusters.map((cluster) => ({
      ...cluster,
      ids: cluster.ids.map((id) => id + AGAIN),
      sources: cluster.sources.map((source) => source + AGAIN),
    })),
  };
}
