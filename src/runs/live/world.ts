import type { Model } from '../../domain.ts';

/**
 * What draws depend on, as one text: two models with the same text lead to the same in every draw for the same plan.
 * Today's plan, limits, targets and the goal are left out: a planner who changes these gets the draws that are there.
 */
export function worldText(worlds: readonly Model[]): string {
  return JSON.stringify(worlds.map(withoutWishes), (_, part: unknown) =>
    ArrayBuffer.isView(part) ? Array.from(part as Float64Array) : part,
  );
}

function withoutWishes({ assumptions, channels, ...model }: Model) {
  return {
    ...model,
    // A table is made of its distribution and says no more than it.
    assumptions: assumptions.map(({ id, distribution }) => ({ id, distribution })),
    channels: channels.map((channel) => ({ ...channel, plan: undefined })),
    ...NOTHING_WISHED,
  };
}

const NOTHING_WISHED = {
  name: '',
  limits: [],
  nonlinearLimits: [],
  targets: [],
  metrics: [],
  goal: undefined,
  notes: [],
  repairs: [],
};
