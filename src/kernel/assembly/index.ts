/** What the kernel offers to the host: functions on rows of doubles in its memory, addressed in bytes. */
export { powerTable, powerLostTable } from './tables';
export { expRow } from './exp';
export { pointScores } from './points';
export { plainScores } from './plain';
export { mixRows } from './correlate';
export { smoothRow, smoothLogRow, stepsRow } from './marginal';
export { quickLog2Table, quickPowerOf2Table } from './binary';
export { quickPowerTable, quickLnTable } from './quick';
export { placeValues } from './cells';
export { addNodes } from './nodes';
export { carryNothing, carryWindow } from './carry';
export * from './curves';
export { fillOctaves } from './exponents';
export * from './digest';
export { carryFading } from './fading';
export { addChanges, sumReplicates } from './flow';
export { adbudgCurve, hillCurve } from './hill';
export * from './lags';
export * from './prepare';
export * from './rank';
export * from './rows';
export { servePeriods, servePlan } from './serve';
export * from './shared';
export { addValues, raiseRows, sweepFading, sweepNothing, sweepWindow } from './sweep';
export { listWithin } from './windows';

/** First byte that no table takes. */
export function freeMemory(): usize {
  return __heap_base;
}
