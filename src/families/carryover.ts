import type { Row } from '../domain/row.ts';
import type { ParameterSpec } from './parameter.ts';

/**
 * A carry-over (adstock): how the effect of one period's spend is spread over this and the following periods.
 * The engine normalizes the weights to sum to 1 unless the file says `normalize: false`.
 */
export interface CarryoverFamily {
  readonly name: string;
  readonly about: string;
  /** Uncertain parameters, in the order in which the functions below receive them. */
  readonly parameters: readonly ParameterSpec[];
  /** Whether the weights are defined over a window only, so that the file must give `lags`. */
  readonly needsLags: boolean;
  /** Fills `weights` with the weight of lag 0, 1, … (not normalized) for one draw; its length is the window. */
  weights(parameters: readonly number[], weights: Float64Array): void;
  /** Name of the compiled twin of `weights`, in `kernel/assembly/lags.ts`: the same bits for many draws. */
  readonly compiled?: CompiledWeights;
  /** The retention r when weight(lag) = r^lag, so that the engine may use a recursion instead of a sum over lags. */
  retention?(parameters: readonly number[]): number;
  /** The same for many draws at once, where one of the parameters is it. */
  retentions?(parameters: readonly Row[]): Row;
  /** Lags after which less than `share` of all weight is left, for one set of parameters; Infinity without an end. */
  reach(parameters: readonly number[], share: number): number;
}

/** Weights of lags that `kernel/assembly/lags.ts` holds. */
export type CompiledWeights = 'binomialWeights' | 'delayedWeights' | 'weibullCdfWeights' | 'weibullPdfWeights';
