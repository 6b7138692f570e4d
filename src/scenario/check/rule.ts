import { nearest } from '../../formula/nearest.ts';
import type { Unit } from '../../families/parameter.ts';
import { listed, type Fault } from '../fault.ts';
import { overlap } from '../path.ts';
import { showExactly } from '../quantity/shown.ts';
import type { Learning } from '../pilot/learning.ts';
import type { Located } from '../schema/read.ts';
import type { ScenarioFile } from '../schema/scenario.ts';
import type { Path } from '../text/finding.ts';

/** What rules look at. */
export interface Facts {
  readonly file: ScenarioFile;
  /** The numbers and quantities of `file`. */
  readonly numbers: readonly Located[];
  /** Number of periods; undefined when the file does not say it in a way that can be read. */
  readonly periods: number | undefined;
  /** Names that the planner gave, those of unreadable things included; undefined when it is not known which there are. */
  readonly names: Readonly<Record<NamedSection, readonly string[] | undefined>>;
  /** Parts that `file` does not tell as they were meant. */
  readonly leftOut: readonly Path[];
  readonly learning: Learning;
}

export type NamedSection =
  'assumptions' | 'currencies' | 'channels' | 'segments' | 'groups' | 'resources' | 'stresses' | 'metrics';

/** What fields say together: every fault of one kind in a file whose fields are right one by one. */
export type Rule = (facts: Facts) => Iterable<Fault>;

type Words = Omit<Fault, 'severity' | 'path' | 'message'>;

export function error(path: Path, message: string, words: Words = {}): Fault {
  return { severity: 'error', path, message, ...words };
}

export function warning(path: Path, message: string, words: Words = {}): Fault {
  return { severity: 'warning', path, message, ...words };
}

/** Where things are described that other fields name. */
const SECTIONS: Readonly<Record<string, string>> = {
  resource: 'resources',
  segment: 'segments',
  assumption: 'assumptions',
  currency: 'currencies',
  stress: 'stresses',
};

/** The fault of a name that nothing has; none when there is such a thing, or when it cannot be told. */
export function* unknownName(
  path: Path,
  name: string,
  known: readonly string[] | undefined,
  what: string,
  words: Words = {},
): Generator<Fault> {
  if (known === undefined || known.includes(name)) return;
  const meant = nearest(name, known);
  const message = `there is no ${what} \`${name}\``;
  if (meant !== undefined)
    yield error(path, message, { advice: `Did you mean \`${meant}\`?`, replacement: meant, ...words });
  else if (known.length === 0) {
    const section = SECTIONS[what];
    const advice = `Describe it at the top level of the file: \`${section}: { ${name}: … }\`.`;
    yield error(path, `${message}: the file has none`, section === undefined ? {} : { advice });
  } else yield error(path, message, { advice: `There ${known.length === 1 ? 'is' : 'are'} ${listed(known, 'and')}.` });
}

/** A number in a message, with separators between thousands; of what was computed only so many digits. */
export function shown(value: number, digits = 15, unit: Unit = 'number'): string {
  return Number.isFinite(value) ? showExactly(Number(value.toPrecision(digits)), unit) : 'no number';
}

/** Whether all that stands at a path was understood: else what is missing there may just not be told. */
export function isRead({ leftOut }: Pick<Facts, 'leftOut'>, path: Path): boolean {
  return !leftOut.some((part) => overlap(part, path));
}

/** Every channel with its path. */
export function channelsOf({ channels }: ScenarioFile) {
  return Object.entries(channels).map(([name, channel]) => ({ name, channel, at: ['channels', name] }));
}

export type ChannelFields = ScenarioFile['channels'][string];
