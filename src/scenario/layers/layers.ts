import type { Issue } from '../../errors.ts';
import { inMessage, type Fault } from '../fault.ts';
import { migrate } from '../migrations.ts';
import { isMap, isWithin } from '../path.ts';
import { readText, type TextOptions } from '../text/read.ts';
import { pathBeside } from './beside.ts';
import { issueOf } from './issue.ts';
import type { Layer } from './layer.ts';

export interface Layers {
  /** The file itself first, then the one it extends, and so on. */
  readonly layers: readonly Layer[];
  /** Whether every file was found and could be read: only then can their content be looked at. */
  readonly complete: boolean;
  readonly issues: readonly Issue[];
}

/** The text of the file with this path, which is relative to the same folder as that of the first file, if there is one. */
export type Load = (path: string) => string | undefined;

interface Source {
  readonly text: string;
  readonly file?: string;
}

/** A source that may be read piece by piece. */
interface FirstSource extends Source, Pick<TextOptions, 'pieces'> {}

const MOST_FILES = 8;

/**
 * Reads a file and those it extends.
 *
 * @param open  files that are being read, from the first to this one
 */
export function readLayers(
  { text, file, pieces }: FirstSource,
  load: Load | undefined,
  open: readonly string[] = [],
): Layers {
  const named = file === undefined ? {} : { file };
  const reading = readText(text, { ...named, ...(pieces && { pieces }) });
  if (!reading.ok) return { layers: [], complete: false, issues: reading.issues };
  const migrated = migrate(reading.value);
  const { extends: written, ...value } = migrated.ok && isMap(migrated.value) ? migrated.value : {};
  const whole = migrated.ok && !isMap(migrated.value) ? migrated.value : value;
  const layer: Layer = { ...named, value: whole, locate: reading.locate, unread: reading.unread };
  const told = (fault: Fault | undefined) =>
    fault === undefined || isWithin(fault.path, reading.unread) ? [] : [issueOf(fault, [layer])];
  const issues = [...reading.issues, ...told(migrated.fault)];
  if (!migrated.ok) return { layers: [layer], complete: false, issues };
  // What the file itself holds is looked at when all are put together; a base without fields would vanish there.
  if (open.length > 0 && !isMap(migrated.value)) {
    const message = `must be a set of fields, got ${inMessage(migrated.value)}`;
    const fault: Fault = { severity: 'error', path: [], message, advice: 'Name a scenario file under `extends`.' };
    return { layers: [layer], complete: false, issues: [...issues, ...told(fault)] };
  }
  if (written === undefined) return { layers: [layer], complete: true, issues };

  const opened = [...open, file ?? ''];
  const found = openBase(written, opened, load);
  if ('fault' in found) return { layers: [layer], complete: false, issues: [...issues, ...told(found.fault)] };
  const base = readLayers(found, load, opened);
  return { layers: [layer, ...base.layers], complete: base.complete, issues: [...issues, ...base.issues] };
}

function openBase(
  written: unknown,
  opened: readonly string[],
  load: Load | undefined,
): Required<Source> | { readonly fault: Fault } {
  const refuse = (words: Pick<Fault, 'message' | 'advice' | 'replacement'>) => ({
    fault: { severity: 'error', path: ['extends'], ...words } as const,
  });
  if (typeof written !== 'string' || written.trim() === '') {
    return refuse({ message: `must be the name of one file, got ${inMessage(written)}` });
  }
  const beside = pathBeside(opened.at(-1)!, written.trim());
  if (!beside.ok) {
    const { message, advice, replacement } = beside;
    return refuse({ message, advice, ...(replacement === undefined ? {} : { replacement }) });
  }
  const { path } = beside;
  if (opened.includes(path)) {
    const circle = [...opened.slice(opened.indexOf(path)), path].join(' → ');
    return refuse({
      message: `goes round in a circle: ${circle}`,
      advice: 'Remove `extends` from one of these files.',
    });
  }
  if (opened.length >= MOST_FILES) {
    const message = `is the ${MOST_FILES}th in a row: no more than ${MOST_FILES} files may extend one another`;
    return refuse({ message, advice: 'Put some of them together.' });
  }
  const text = load?.(path);
  if (text !== undefined) return { text, file: path };
  const message =
    load === undefined ? `other files cannot be read here, got \`${written}\`` : `there is no file \`${path}\``;
  return refuse({ message, advice: 'Check the name, or put the fields of that file into this one.' });
}
