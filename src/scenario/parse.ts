import { MOST_FAULTS, type Fault } from './fault.ts';
import { leaveOut, pathKey, originalPath } from './leave-out.ts';
import { isMap, isWithin, valueAt } from './path.ts';
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
 * @param unread  parts of the content that are not what was meant, which was told already
 * @param parts   reads it part by part where nothing is wrong, for who reads much the same again and again: see `rememberedParts`
 */
export function parse(
  content: unknown,
  {
    unread: told,
    parts,
  }: { readonly unread: readonly Path[]; readonly parts?: (content: unknown) => Parts | undefined },
): Parsed {
  const whole = told.length > 0 ? undefined : parts?.(content);
  if (whole !== undefined) return { ...whole, faults: [], leftOut: [] };
  const first = scenarioSchema.safeParse(content);
  const found = first.success ? [] : faultsOf(first.error.issues, scenarioSchema, content, MOST_FAULTS + 1);
  const faults = found.filter(({ path }) => !isWithin(path, told));
  if (faults.length > MOST_FAULTS) return hopeless(faults.slice(0, MOST_FAULTS));
  const leftOut = [...told, ...faults.flatMap(inDoubt)];
  let result = leftOut.length === 0 ? first : scenarioSchema.safeParse(restOf(content, leftOut));
  while (!result.success) {
    const further = faultsOf(result.error.issues, scenarioSchema, restOf(content, leftOut), MOST_FAULTS);
    for (const { path } of further) {
      leftOut.push(holder(originalPath(path, leftOut), content, leftOut));
    }
    result = scenarioSchema.safeParse(restOf(content, leftOut));
  }
  const { data } = result;
  return { file: unread(data), numbers: readsIn(data), faults, leftOut };
}

/** The content without some parts, with a stand-in for each that every file has. */
function restOf(content: unknown, leftOut: readonly Path[]): object {
  const rest = leaveOut(content, leftOut);
  return { ...standIns, ...(isMap(rest) ? rest : {}) };
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
