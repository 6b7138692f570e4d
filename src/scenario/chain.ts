import { stagesOf } from './schema/funnel.ts';

/** A step of a funnel, in one of the ways its key can be read. */
export interface Step {
  readonly key: string;
  readonly from: string;
  readonly to: string;
}

export interface Chain {
  readonly start: string;
  /** From the start on, each step from where the one before ended. */
  readonly steps: readonly Step[];
  readonly end: string;
  /** A second step from a stage that has one already. */
  readonly fork?: Step;
  /** Steps that nothing leads to, in the order of the file. */
  readonly loose: readonly Step[];
}

/** Stage that every funnel ends at. */
export const LAST_STAGE = 'customer';

/**
 * The steps of a funnel in the order in which people take them, whatever their order in the file.
 *
 * @param start  where the funnel starts; without it, at the first stage that no step leads to, or else at `lead`
 */
export function chainOf(keys: readonly string[], start = firstStage(keys)): Chain {
  const steps: Step[] = [];
  let left = keys;
  let stage = start;
  let fork: Step | undefined;
  while (stage !== LAST_STAGE && fork === undefined) {
    const [step, second] = left.flatMap((key) => stepsOf(key).filter(({ from }) => from === stage));
    if (step === undefined) break;
    fork = second;
    steps.push(step);
    left = left.filter((key) => key !== step.key);
    stage = step.to;
  }
  const loose = left.filter((key) => key !== fork?.key).map((key) => stepsOf(key)[0]!);
  return { start, steps, end: stage, loose, ...(fork === undefined ? {} : { fork }) };
}

function firstStage(keys: readonly string[]): string {
  const reached = new Set(keys.flatMap((key) => stepsOf(key).map(({ to }) => to)));
  const first = keys.flatMap(stepsOf).find(({ from }) => !reached.has(from));
  return first?.from ?? 'lead';
}

const stepsOf = (key: string): Step[] => stagesOf(key).map((stages) => ({ key, ...stages }));
