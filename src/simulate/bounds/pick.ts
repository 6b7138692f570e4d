import type { Row } from '../../domain/row.ts';
import { blockOfRows, type Block } from '../block/block.ts';
import type { Conditions } from '../conditions/conditions.ts';
import type { Chord, SharedBox } from './shared-box.ts';
import type { Envelope, EnvelopeLine } from '../channel/envelope-line.ts';
import type { Relaxation } from './relaxation.ts';

/** Some draws of a block, by their place in it. */
export interface Picks {
  readonly conditions: Conditions;
  readonly relaxation: Relaxation | undefined;
  readonly places: Int32Array;
}

/** The picked draws of some blocks as one block. */
export function pickedBlock(picks: readonly Picks[]): Block {
  const { first, rows } = picks[0]!.conditions.block;
  return blockOfRows(
    first,
    countOf(picks),
    rows.map((_, k) => pickedRow(picks, ({ conditions }) => conditions.block.rows[k]!)),
  );
}

/** What takes the place of curves in the picked draws, if anything does. */
export function pickedRelaxation(picks: readonly Picks[]): Relaxation | undefined {
  const first = picks[0]!.relaxation;
  if (first === undefined) return undefined;
  return {
    box: first.box,
    // Some draws are asked for to weigh each of them by itself.
    pools: [],
    shared: first.shared && pickedShared(picks, first.shared),
    envelopes: first.envelopes.map((_, c): Envelope | undefined => {
      const envelopes = picks.map(({ relaxation }) => relaxation!.envelopes[c]);
      const some = envelopes.find((envelope) => envelope !== undefined && envelope.length > 0);
      if (some === undefined) return undefined;
      const { count } = picks[envelopes.indexOf(some)]!.conditions.block;
      const most = Math.max(...envelopes.map((envelope) => envelope?.length ?? 0));
      return Array.from({ length: most }, (_, line): EnvelopeLine => {
        const pickedOf = (name: keyof EnvelopeLine, nothing: number) =>
          pickedTable(picks, (k) => envelopes[k]?.[line]?.[name], nothing, some[0]!.until.length / count);
        return {
          until: pickedOf('until', -Infinity),
          base: pickedOf('base', 0),
          slope: pickedOf('slope', 0),
          lift: pickedOf('lift', 0),
        };
      });
    }),
  };
}

/** Between what effects lie in the picked draws. */
function pickedShared(picks: readonly Picks[], { least, chords }: SharedBox): SharedBox {
  const { count } = picks[0]!.conditions.block;
  const pickedOf = (name: 'least' | 'most' | 'served') =>
    least.map((own, c) => pickedTable(picks, (k) => picks[k]!.relaxation!.shared![name][c], 0, own.length / count));
  const pickedChord = (name: keyof Chord, c: number) =>
    pickedTable(picks, (k) => picks[k]!.relaxation!.shared!.chords[c]?.[name], 0, chords[c]!.slope.length / count);
  return {
    least: pickedOf('least'),
    most: pickedOf('most'),
    served: pickedOf('served'),
    // Where the curve bends in other draws only, the line is flat.
    chords: chords.map((own, c) => own && { from: pickedChord('from', c), slope: pickedChord('slope', c) }),
  };
}

function countOf(picks: readonly Picks[]): number {
  return picks.reduce((sum, { places }) => sum + places.length, 0);
}

function pickedRow(picks: readonly Picks[], rowIn: (picked: Picks) => Row): Row {
  const row = new Float64Array(countOf(picks));
  let at = 0;
  for (const picked of picks) {
    const source = rowIn(picked);
    for (const place of picked.places) row[at++] = source[place]!;
  }
  return row;
}

/** By period and draw: `[t * count + i]`; `nothing` where a block has no such table. */
function pickedTable(
  picks: readonly Picks[],
  tableIn: (pick: number) => Float64Array | undefined,
  nothing: number,
  periods: number,
): Float64Array {
  const all = countOf(picks);
  const table = new Float64Array(periods * all).fill(nothing);
  let first = 0;
  picks.forEach(({ conditions, places }, k) => {
    const source = tableIn(k);
    const from = first;
    first += places.length;
    if (source === undefined) return;
    for (let t = 0; t < periods; t++) {
      places.forEach((place, i) => (table[t * all + from + i] = source[t * conditions.block.count + place]!));
    }
  });
  return table;
}
