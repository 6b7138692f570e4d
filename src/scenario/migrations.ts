import { inMessage, type Fault } from './fault.ts';
import { isMap } from './path.ts';

/** The version of the file format that this program reads; older ones are brought up to it. */
export const CURRENT_VERSION = 1;

/** A file of one version as a file of the next: the same meaning in newer words. Its input is left as it is. */
export type Migration = (file: Readonly<Record<string, unknown>>) => Readonly<Record<string, unknown>>;

/** By the version they start from; there is one for every version before the current one. */
export const migrations: ReadonlyMap<number, Migration> = new Map();

export type Migrated =
  /** A file that does not say its version is taken for one of the current version, and the fault is told. */
  | { readonly ok: true; readonly value: unknown; readonly fault?: Fault }
  /** Made for a newer program: nothing else about it can be told. */
  | { readonly ok: false; readonly fault: Fault };

/**
 * The content of a file in the words of the current version. What is no map is returned as it is: it has no version,
 * and the schema says so.
 */
export function migrate(
  value: unknown,
  { current = CURRENT_VERSION, steps = migrations }: { current?: number; steps?: ReadonlyMap<number, Migration> } = {},
): Migrated {
  if (!isMap(value)) return { ok: true, value };
  const version = value['apportion'];
  const taken = { ok: true, value: { ...value, apportion: current } } as const;
  if (version === undefined || version === null) {
    const message = 'is missing: the version of the file format';
    return { ...taken, fault: fault({ message, advice: `Begin the file with \`apportion: ${current}\`.` }) };
  }
  if (typeof version !== 'number' || !Number.isInteger(version) || version < 1) {
    const message = `must be ${current}, the version of the file format, got ${inMessage(version)}`;
    return { ...taken, fault: fault({ message, replacement: `${current}` }) };
  }
  if (version > current) {
    const message = `is ${version}: the file is made for a newer Apportion`;
    const advice = `This program reads version ${current} of the file format and older; install the newest program.`;
    return { ok: false, fault: fault({ message, advice }) };
  }
  let migrated = value;
  for (let from = version; from < current; from++) migrated = { ...steps.get(from)!(migrated), apportion: from + 1 };
  return { ok: true, value: migrated };
}

const fault = (words: Pick<Fault, 'message' | 'advice' | 'replacement'>): Fault => ({
  severity: 'error',
  path: ['apportion'],
  ...words,
});
