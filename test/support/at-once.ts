/** What the engine does in steps while chunks arrive, done at once. */
import { addingDigests } from '../../src/simulate/summary/digest.ts';
import { keepingChunks } from '../../src/simulate/summary/kept-series.ts';

export function addDigests(...given: Parameters<typeof addingDigests>) {
  return endOf(addingDigests(...given));
}

export function keepChunks(...given: Parameters<typeof keepingChunks>) {
  return endOf(keepingChunks(...given));
}

function endOf<Result>(work: Generator<undefined, Result, undefined>): Result {
  let step = work.next();
  while (!step.done) step = work.next();
  return step.value;
}
