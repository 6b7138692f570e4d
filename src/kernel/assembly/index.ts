/** What the kernel offers to the host: functions on rows of doubles in its memory, addressed in bytes. */
export { powerTable, powerLostTable } from './tables';
export { expRow } from './exp';
export { pointScores } from './points';
export { plainScores } from './plain';
export { mixRows } from './correlate';
export { smoothRow, smoothLogRow, stepsRow } from './marginal';

/** First byte that no table takes. */
export function freeMemory(): usize {
  return __heap_base;
}
