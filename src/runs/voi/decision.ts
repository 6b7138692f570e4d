import type { DrawRequest, Estimate, Model, Plan } from '../../domain.ts';
import type { Row } from '../../domain/row.ts';
import type { RunOptions } from '../run-options.ts';
import type { Engine } from '../engine.ts';

/** Between which plans is decided, and what knowing more before that is worth. */
export interface Decision {
  readonly engine: Engine;
  readonly model: Model;
  readonly plans: readonly Plan[];
  /** What choosing between the plans by signals is worth, from the signals' scores. */
  readonly worth: (scores: readonly Row[]) => Estimate;
  readonly draws: DrawRequest;
  readonly options: RunOptions;
}

/** Standard errors by which a value must clear zero. */
export const CLEAR = 2;

/** Whether a value is above zero by more than noise. */
export function isClear({ value, standardError }: Estimate): boolean {
  return value > CLEAR * standardError;
}
