/** What work in steps comes to, done at once. */
export function endOf<Result>(work: Generator<undefined, Result, undefined>): Result {
  let step = work.next();
  while (!step.done) step = work.next();
  return step.value;
}
