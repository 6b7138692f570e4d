import { isMap, type YAMLMap } from 'yaml';
import { compose } from './compose.ts';
import type { Path } from './finding.ts';
import { DEEPEST_NESTING, MOST_ENTRIES } from './limits.ts';
import { offsetOf } from './locate.ts';
import { piecesOf, type Piece } from './pieces.ts';
import { valueOfTree } from './values.ts';

type Content = Record<string, unknown>;

/** A text in which nothing is doubtful. */
export interface Piecewise {
  /** As of the whole text. What stands in a piece that is as it was is the same object as before. */
  readonly value: Readonly<Content>;
  /** As `offsetOf` of the whole text. */
  readonly offsetOf: (path: Path, part: 'name' | 'value') => number;
}

interface PieceReading {
  readonly value: Readonly<Content>;
  readonly tree: YAMLMap.Parsed;
}

/** A piece and where it is now. */
interface Placed extends PieceReading {
  readonly start: number;
}

/**
 * Reads texts piece by piece, and each piece once for as long as it stands in the text: of an edit, little is read. What cannot be
 * read so, or is doubtful in any way, is left to those who read the whole: undefined.
 */
export function rememberedPieces(): (text: string) => Piecewise | undefined {
  let known: ReadonlyMap<string, PieceReading> = new Map();
  return (text) => {
    const used = new Map<string, PieceReading>();
    const placed: (Placed & Pick<Piece, 'within'>)[] = [];
    for (const { start, end, within } of piecesOf(text) ?? []) {
      const own = text.slice(start, end);
      // Equal entries of two sections are two things.
      const key = `${within ?? ''}\n${own}`;
      const reading = known.get(key) ?? readPiece(own);
      if (reading === undefined) return undefined;
      used.set(key, reading);
      placed.push({ ...reading, start, ...(within !== undefined && { within }) });
    }
    known = used;
    return together(placed);
  };
}

function readPiece(text: string): PieceReading | undefined {
  // A section around it is one more.
  const composed = compose(text, DEEPEST_NESTING - 1);
  if (!composed.ok || composed.document.errors.length > 0) return undefined;
  const { contents: tree } = composed.document;
  if (!isMap(tree) || tree.flow === true) return undefined;
  const { value, findings } = valueOfTree(tree, text, () => 0);
  return findings.length > 0 ? undefined : { value: value as Content, tree };
}

function together(pieces: readonly (Placed & Pick<Piece, 'within'>)[]): Piecewise | undefined {
  const value = Object.create(null) as Content;
  const holders = new Map<string, Placed>();
  const entries = new Map<string, Map<string, Placed>>();
  let section = '';
  let inside: Content = value;
  for (const piece of pieces) {
    const names = Object.keys(piece.value);
    if (piece.within === undefined) {
      inside = value;
      section = names[0]!;
    } else if (inside === value) {
      // The first entry of a section that has nothing else.
      if (value[section] !== null || Object.keys(holders.get(section)!.value).length > 1) return undefined;
      value[section] = inside = Object.create(null) as Content;
      entries.set(section, new Map());
    }
    const holding = piece.within === undefined ? holders : entries.get(section)!;
    for (const name of names) {
      if (Object.hasOwn(inside, name)) return undefined;
      inside[name] = piece.value[name];
      holding.set(name, piece);
    }
    if (holding.size > MOST_ENTRIES) return undefined;
  }
  const [first] = pieces;
  if (first === undefined) return undefined;
  return {
    value,
    offsetOf(path, part) {
      const [section, entry] = path.slice(0, 2).map(String);
      const held = entry === undefined ? undefined : entries.get(section!)?.get(entry);
      if (held !== undefined) return held.start + offsetOf(held.tree, path.slice(1), part);
      const holder = section === undefined ? undefined : holders.get(section);
      return holder === undefined
        ? first.start + first.tree.range[0]
        : holder.start + offsetOf(holder.tree, path, part);
    },
  };
}
