/** Powers of ten. */
const SCALES: ReadonlyMap<string, number> = new Map([
  ['k', 3],
  ['thousand', 3],
  ['tsd', 3],
  ['千', 3],
  ['万', 4],
  ['萬', 4],
  ['m', 6],
  ['mn', 6],
  ['million', 6],
  ['mio', 6],
  ['百万', 6],
  ['千万', 7],
  ['亿', 8],
  ['億', 8],
  ['b', 9],
  ['bn', 9],
  ['billion', 9],
  ['mrd', 9],
]);

/** The power of ten that a word behind a number stands for, in any case; undefined when it stands for none. */
export function powerOf(word: string): number | undefined {
  return SCALES.get(word.toLowerCase().replace(/\.$/, ''));
}
