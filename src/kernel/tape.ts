import type { KernelCode } from './kernel-code.ts';

/** What was asked of a kernel, to be asked again for other draws. */
export interface Tape {
  /**
   * Whether it could be done; if not, whatever was made of it must not be read.
   *
   * @param by  how many draws further on than when it was recorded
   */
  play(by: number): boolean;
}

/** A step of a tape; false where the steps that were recorded are not those for these draws. */
export type Step = (by: number) => unknown;

/** Notes the calls of a kernel's functions while it records. */
export interface Recorder {
  /** Does some work; gives what was called, in order. */
  stepsOf(work: () => void): readonly Step[];
  /** Does something that is a step as a whole, whatever it calls. */
  also(step: Step): void;
}

/** @param code  its functions are replaced while it records, so that they cost nothing more at other times */
export function recorderOf(code: KernelCode): Recorder {
  const functions = code as unknown as Record<string, unknown>;
  const originals = Object.entries(functions).filter(
    (entry): entry is [string, Code] => typeof entry[1] === 'function',
  );
  let steps: Step[] | undefined;
  return {
    stepsOf(work) {
      const own: Step[] = [];
      steps = own;
      for (const [name, call] of originals) {
        functions[name] = (...given: readonly Given[]) => {
          // Bound rather than called with them spread out: there are hundreds of steps, and a chunk is soon done.
          steps?.push(call.bind(undefined, ...given));
          return call(...given);
        };
      }
      try {
        work();
      } finally {
        steps = undefined;
        for (const [name, call] of originals) functions[name] = call;
      }
      return own;
    },
    also(step) {
      const all = steps;
      steps = undefined;
      step(0);
      steps = all;
      steps?.push(step);
    },
  };
}

type Given = number | boolean;
type Code = (...given: readonly Given[]) => unknown;
