import type { Block } from './tsv.ts';

/** A number, or two with what may stand between the ends of a range, and no sign behind either. */
const BARE = /^\d+(?:\.\d+)?(?:\s*(?:to|and|bis|-|–|—|~|～|至|到)\s*\d+(?:\.\d+)?)?$/u;

/** Cells of bare numbers under headings that have "%" are percentages: `3` under "Click-through rate (%)" is `3%`. */
export function withPercents(headings: readonly string[], body: Block): Block {
  const isShare = headings.map((heading) => /[%％]/.test(heading));
  return body.map((line) =>
    line.map((cell, c) => (isShare[c] === true && BARE.test(cell) ? cell.replaceAll(/\d+(?:\.\d+)?/g, '$&%') : cell)),
  );
}
