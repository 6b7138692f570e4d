/** What else of a file speaks of a thing by its name, and has to follow when that changes. */
import { renamedInFormula } from '../../src/formula/rename.ts';
import { isMap as isFields } from '../../src/scenario/path.ts';
import type { Path } from '../../src/scenario/text/finding.ts';
import type { TextEdit } from './text-edit.ts';

/**
 * How a name stands there: as a `text`, as the name of a `field`, at the beginning of a `path` in dots or of a field
 * whose name is such a path.
 */
type Kind = 'text' | 'field' | 'path' | 'path field';

const SHOCKED = [
  ['path field', 'events', '*', 'multiply'],
  ['path field', 'stresses', '*', 'multiply'],
] as const;

/** By section of the file: where its names are spoken of; `*` is any name or place. */
const MENTIONS: Readonly<Record<string, readonly (readonly [kind: Kind, ...at: string[]])[]>> = {
  channels: [
    ['field', 'channels', '*', 'halo'],
    ['field', 'screening', 'channels'],
    ['text', 'groups', '*', 'channels', '*'],
    ['text', 'ratios', '*', 'of'],
    ['text', 'ratios', '*', 'to'],
    ['text', 'events', '*', 'switchOff', '*'],
    ['text', 'stresses', '*', 'switchOff', '*'],
    ['path', 'correlations', '*', 'of', '*'],
    ...SHOCKED,
  ],
  groups: [
    ['text', 'ratios', '*', 'of'],
    ['text', 'ratios', '*', 'to'],
  ],
  segments: [
    ['field', 'channels', '*', 'audience'],
    ['path', 'correlations', '*', 'of', '*'],
  ],
  resources: [
    ['field', 'channels', '*', 'hours'],
    ['path', 'correlations', '*', 'of', '*'],
  ],
  currencies: [['text', 'channels', '*', 'currency'], ['path', 'correlations', '*', 'of', '*'], ...SHOCKED],
  assumptions: [['path', 'correlations', '*', 'of', '*']],
  events: [['path', 'correlations', '*', 'of', '*']],
  stresses: [['text', 'goal', 'worstOf', '*']],
  metrics: [['text', 'targets', '*', 'metric']],
};

/** Sections whose names may begin a path by themselves. */
const SHORT = new Set(['channels', 'assumptions', 'currencies']);

/**
 * The edits by which all of a file follows the new name of a thing.
 *
 * @param value  what the file holds, with the new name where the thing itself stands
 */
export function mentionEdits(value: unknown, section: string, from: string, to: string): readonly TextEdit[] {
  const follow = (path: string) => {
    for (const before of [...(SHORT.has(section) ? [''] : []), `${section}.`]) {
      const old = before + from;
      if (path === old || path.startsWith(`${old}.`)) return before + to + path.slice(old.length);
    }
    return undefined;
  };
  const inFormulas = section === 'assumptions' ? formulaEdits(value, from, to) : [];
  const elsewhere = (MENTIONS[section] ?? []).flatMap(([kind, ...at]) =>
    placesAt(value, at).flatMap(([path, found]): readonly TextEdit[] => {
      if (typeof found === 'string') {
        const text = kind === 'path' ? follow(found) : kind === 'text' && found === from ? to : undefined;
        return text === undefined ? [] : [{ kind: 'set', path, text }];
      }
      if (!isFields(found)) return [];
      return Object.keys(found).flatMap((name): readonly TextEdit[] => {
        const text = kind === 'path field' ? follow(name) : kind === 'field' && name === from ? to : undefined;
        return text === undefined ? [] : [{ kind: 'rename', path: [...path, name], name: text }];
      });
    }),
  );
  return [...inFormulas, ...elsewhere];
}

/** Formulas, wherever a file has them, that speak of an assumption. */
function formulaEdits(value: unknown, from: string, to: string, path: Path = []): readonly TextEdit[] {
  if (typeof value === 'string') {
    const [, start, formula] = /^(\s*=\s*)([^]*)$/.exec(value) ?? [];
    const text = formula && renamedInFormula(formula, from, to);
    return text ? [{ kind: 'set', path, text: start + text }] : [];
  }
  return entriesOf(value).flatMap(([name, one]) => formulaEdits(one, from, to, [...path, name]));
}

/** What stands at the places that fit a pattern. */
function placesAt(
  value: unknown,
  [part, ...rest]: readonly string[],
  before: Path = [],
): readonly (readonly [path: Path, value: unknown])[] {
  if (part === undefined) return [[before, value]];
  return entriesOf(value).flatMap(([name, one]) =>
    part === '*' || part === name ? placesAt(one, rest, [...before, name]) : [],
  );
}

/** What a list or fields hold, by place or name; nothing of other values. */
function entriesOf(value: unknown): readonly (readonly [name: string | number, value: unknown])[] {
  if (typeof value !== 'object' || value === null) return [];
  return Array.isArray(value) ? value.map((one: unknown, place) => [place, one] as const) : Object.entries(value);
}
