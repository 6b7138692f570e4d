/** How a new row of each section begins: as little as the file needs to be in order. */
import type { TextEdit } from '../text/text-edit.ts';
import { freeName } from './free-name.ts';
import type { Outline, Section } from './outline.ts';
import { typicalChannel, type CellStart } from './typical-channel.ts';

const starts: Readonly<Record<string, (outline: Outline) => readonly CellStart[]>> = {
  channels: () => [
    { path: ['price', 'cpc'], text: '1 to 2' },
    { path: ['funnel', 'clickToCustomer'], text: '1% to 3%' },
    { path: ['response', 'curve'], text: 'exponential' },
    { path: ['response', 'scale'], text: '10k to 50k' },
    { path: ['plan'], text: '0' },
  ],
  assumptions: () => [{ path: [], text: '1 to 2' }],
  currencies: () => [{ path: [], text: '1 to 1.2' }],
  segments: () => [{ path: ['size'], text: '100k to 200k' }],
  groups: (outline) => [{ path: ['channels'], text: `[${channelsOf(outline).slice(0, 2).join(', ')}]` }],
  ratios: (outline) => {
    const [first = '', second = first] = channelsOf(outline);
    return [
      { path: ['of'], text: first },
      { path: ['to'], text: second },
      { path: ['max'], text: '2' },
    ];
  },
  resources: () => [{ path: ['hourlyCost'], text: '40 to 60' }],
  correlations: (outline) => [
    { path: ['of'], text: `[${uncertainOf(outline).slice(0, 2).join(', ')}]` },
    { path: ['rank'], text: 'moderate' },
  ],
  events: () => [
    { path: ['multiply', '*.price'], text: '1.3' },
    { path: ['probability'], text: '10%' },
  ],
  stresses: () => [{ path: ['multiply', '*.price'], text: '1.3' }],
  metrics: () => [{ path: [], text: 'profit / spend' }],
  targets: () => [
    { path: ['metric'], text: 'profit' },
    { path: ['atLeast'], text: '0' },
  ],
};

/** Whose names are codes: new ones are the first that there is not yet. */
const CURRENCIES = ['USD', 'EUR', 'CNY', 'GBP', 'JPY'];

/** How a new row is called before the planner calls it. */
export function nameOfNew(
  { name, rows }: Section,
  { currency }: Outline,
  words: { readonly newChannel: string; readonly newName: string },
): string {
  if (name === 'channels') return words.newChannel;
  if (name !== 'currencies') return words.newName;
  const taken = [currency, ...rows.map(({ key }) => key)];
  return CURRENCIES.find((code) => !taken.includes(code)) ?? words.newName;
}

/**
 * A row to be added to a section: by what it will be known there, and the edits that add it.
 *
 * @param assumed  what a channel whose numbers are near those of the others says of where they are from
 */
export function newRow(
  section: Section,
  outline: Outline,
  name: string,
  assumed: string,
): { readonly key: string | number; readonly edits: readonly TextEdit[] } {
  const key = section.kind === 'list' ? section.rows.length : freeName(name, section);
  const typical = section.name === 'channels' ? typicalChannel(section) : [];
  const start =
    typical.length === 0
      ? (starts[section.name]?.(outline) ?? [])
      : [{ path: ['source'], text: assumed }, ...typical, { path: ['plan'], text: '0' }];
  const edits = start.map((cell): TextEdit => ({ kind: 'set', ...cell, path: [section.name, key, ...cell.path] }));
  return { key, edits };
}

function channelsOf({ sections }: Outline): readonly string[] {
  return sections.find(({ name }) => name === 'channels')?.rows.map(({ key }) => String(key)) ?? [];
}

/** Where uncertain quantities of channels stand, as correlations name them. */
function uncertainOf({ sections }: Outline): readonly string[] {
  const rows = sections.find(({ name }) => name === 'channels')?.rows ?? [];
  return rows.flatMap(({ key, cells }) =>
    Object.entries(cells)
      .flatMap(([path, { shape }]) => (shape?.bars === undefined ? [] : [`${key}.${path}`]))
      .slice(0, 1),
  );
}
