import type { CompiledWeights } from '../families/carryover.ts';
import type { Address } from './address.ts';

/** The part of the kernel's functions that makes weights of lags; see `assembly/lags.ts`. */
export type LagsCode = Readonly<Record<CompiledWeights, FillWeights>>;

/**
 * @param parameters  a table of rows
 * @param stride  bytes of a row, which has an even number of draws
 */
type FillWeights = (parameters: Address, lags: number, normalize: boolean, to: Address, stride: number) => void;
