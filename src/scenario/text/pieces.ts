/** Lines of a text that can be read without the others: names at one indentation, and what they hold. */
export interface Piece {
  readonly start: number;
  readonly end: number;
  /** Where it is entries of a section that is cut up itself: the line with the name of that. */
  readonly within?: string;
}

/** What ends a document, or is said to whoever reads it. */
const MARK = /^(?:---|\.\.\.|%)/m;

/** What no bare name begins with. */
const NO_NAME = '-?:,[]{}#&*!|>\'"%@`\t';

/** A name with nothing beside it but a comment: what it holds is on the lines below. */
const BARE = /^[^\s:#][^:#]*:(?:[ \t]+#.*|[ \t]*)$/;

/**
 * Cuts a text in block style where names stand at the margin, and sections once more where their entries begin. Whether a cut is
 * right is seen when the pieces are read: one that goes through a text or a list leaves a piece that cannot be.
 *
 * @returns  the pieces from top to bottom, a section's name before its entries; undefined for a text that has none, such as JSON
 */
export function piecesOf(text: string): readonly Piece[] | undefined {
  if (MARK.test(text)) return undefined;
  const pieces: (Piece & { end: number })[] = [];
  let section: string | undefined;
  /** Indentation of the entries of the section, as soon as one was seen. */
  let depth: number | undefined;
  const begin = (start: number, within?: string) => {
    pieces.push({ start, end: text.length, ...(within !== undefined && { within }) });
  };
  for (let start = 0, end = 0; start < text.length; start = end + 1) {
    end = text.indexOf('\n', start);
    if (end < 0) end = text.length;
    const line = text.slice(start, text[end - 1] === '\r' ? end - 1 : end);
    const indentation = line.search(/[^ ]/);
    if (indentation < 0 || line[indentation] === '#') continue;
    const isName = !NO_NAME.includes(line[indentation]!);
    const isCut = isName && (indentation === 0 || (section !== undefined && indentation === (depth ?? indentation)));
    const before = pieces.at(-1);
    if (before === undefined && !(isName && indentation === 0)) return undefined;
    if (isCut) {
      if (before !== undefined) before.end = start;
      if (indentation > 0) depth = indentation;
      else {
        section = BARE.test(line) ? line : undefined;
        depth = undefined;
      }
      begin(start, indentation > 0 ? section : undefined);
    } else if (depth === undefined) {
      section = undefined;
    }
  }
  return pieces.length === 0 ? undefined : pieces;
}
