import { MOST_FAULTS, type Fault } from './fault.ts';
import { leaveOut, pathKey, originalPath } from './leave-out.ts';
import { isMap, valueAt } from './path.ts';
import { faultsOf } from './schema/faults.ts';
import type { Parts } from './schema/parts.ts';
import { readsIn, unread, type Located } from './schema/read.ts';
import { scenarioSchema, type ScenarioFile } from './schema/scenario.ts';
import type { Path } from './text/finding.ts';

export interface Parsed {
  /** What could be read; what could not is left out, or replaced by a stand-in where every file has it. */
  readonly file: ScenarioFile;
  /** The numbers and quantities of `file`, with their paths in it. */
  readonly numbers: readonly Located[];
  readonly faults: readonly Fault[];
  /** Parts of the content that `file` does not tell as they were meant: nothing can be concluded about them. */
  readonly leftOut: readonly Path[];
}

const standIns: ScenarioFile = {
  apportion: 1,
  name: '-',
  currency: 'XXX',
  horizon: { periods: 1 },
  budget: { flexible: true },
  channels: {},
};

/**
 * Reads the content of a file field by field, as much of it as can be read, so that all faults are found at once.
 *
 * @param parts  reads it part by part where nothing is wrong, for who reads much the same again and again: see `rememberedParts`
 */
export function parse(content: unknown, parts?: (content: unknown) => Parts | undefined): Parsed {
  const whole = parts?.(content);
  if (whole !== undefined) return { ...whole, faults: [], leftOut: [] };
  const first = scenarioSchema.safeParse(content);
  const faults = first.success ? [] : faultsOf(first.error.issues, scenarioSchema, content, MOST_FAULTS + 1);
  if (faults.length > MOST_FAULTS) return hopeless(faults.slice(0, MOST_FAULTS));
  const leftOut = faults.flatMap(inDoubt);
  let result = first;
  while (!result.success) {
    const rest = leaveOut(content, leftOut);
    result = scenarioSchema.safeParse({ ...standIns, ...(isMap(rest) ? rest : {}) });
    const further = result.success ? [] : faultsOf(result.error.issues, scenarioSchema, rest, MOST_FAULTS);
    for (const { path } of further) {
      leftOut.push(holder(originalPath(path, leftOut), content, leftOut));
    }
  }
  const { data } = result;
  return { file: unread(data), numbers: readsIn(data), faults, leftOut };
}

/** So much is wrong that the rest would say little. */
function hopeless(faults: readonly Fault[]): Parsed {
  const message = `has more mistakes than can be told at once; here are ${MOST_FAULTS} of them`;
  const summary: Fault = { severity: 'error', path: [], message };
  return { file: standIns, numbers: [], faults: [summary, ...faults], leftOut: [[]] };
}

/** A name that was written wrong leaves in doubt what the right one would hold, too. */
function inDoubt({ path, inName, replacement }: Fault): Path[] {
  return inName === true && replacement !== undefined ? [path, [...path.slice(0, -1), replacement]] : [path];
}

/** The innermost part of the content around `path` that is not left out yet: a part without one it needs is of no use. */
function holder(path: Path, content: unknown, leftOut: readonly Path[]): Path {
  const gone = new Set(leftOut.map(pathKey));
  let part = path;
  while (part.length > 0 && (gone.has(pathKey(part)) || valueAt(content, part) === undefined)) part = part.slice(0, -1);
  return part;
}
