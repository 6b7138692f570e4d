import { nearest } from '../../formula/nearest.ts';
import { fullPaths, kindsByPath } from '../correlated.ts';
import type { Fault } from '../fault.ts';
import { pathText, type Path } from '../text/finding.ts';
import { error, shown, type Facts } from './rule.ts';

/** Correlations speak of uncertain quantities of the file, each at most once in a set. */
export function* correlationsAreOfUncertainQuantities(facts: Facts): Generator<Fault> {
  const { correlations } = facts.file;
  if (correlations === undefined) return;
  const kinds = kindsByPath(facts.file, facts.numbers);
  for (const [place, { of, factor }] of correlations.entries()) {
    const path = ['correlations', place, 'of'];
    const full = of.map((written) => fullPaths(written).find((candidate) => kinds.has(candidate)));
    for (const [at, written] of of.entries()) {
      const found = full[at];
      const kind = found === undefined ? undefined : kinds.get(found);
      if (found !== undefined && full.indexOf(found) < at) {
        yield error([...path, at], `names \`${written}\` twice`, { advice: 'Delete one of the two.' });
      } else if (kind === 'constant') {
        const advice = 'Write a range for it, such as `3 to 5`, or take it out.';
        yield error([...path, at], `is a certain number: \`${written}\` cannot move with others`, { advice });
      } else if (kind === 'formula') {
        const advice = 'Name the quantities that the formula uses; what they have in common it has, too.';
        yield error([...path, at], `is computed from others: \`${written}\` moves as they do`, { advice });
      } else if (kind === undefined && !isInDoubt(written, facts.leftOut)) {
        yield unknown([...path, at], written, [...kinds.keys()]);
      }
    }
    if (of.length < 2 && factor === undefined) {
      yield error(path, 'must name two quantities or more', { advice: 'With a `factor`, one is enough.' });
    }
  }
}

function unknown(path: Path, written: string, known: readonly string[]): Fault {
  const short = known.map((name) => name.replace(/^(?:channels|assumptions|currencies)\./, ''));
  const meant = nearest(written, [...short, ...known]);
  const advice =
    meant === undefined
      ? 'Write the path of an uncertain quantity: the name of the channel and the fields, such as `search.price.cpc`.'
      : `Did you mean \`${meant}\`?`;
  const message = `there is no quantity \`${written}\` in the file`;
  return error(path, message, meant === undefined ? { advice } : { advice, replacement: meant });
}

/** What was not understood may well be the quantity. */
function isInDoubt(written: string, leftOut: readonly Path[]): boolean {
  const doubtful = leftOut.map(pathText);
  return fullPaths(written).some((full) =>
    doubtful.some((path) => path === '' || full === path || full.startsWith(`${path}.`) || path.startsWith(`${full}.`)),
  );
}

/** More would take long to draw, and nobody knows so many correlations. */
const MOST_PAIRS = 50_000;

/** Nothing is said twice in different ways about one pair. */
export function* pairsAreCorrelatedOnce({ file, numbers }: Facts): Generator<Fault> {
  if (file.correlations === undefined) return;
  const kinds = kindsByPath(file, numbers);
  const said = new Map<string, { readonly rank: number; readonly place: number }>();
  let pairs = 0;
  for (const [place, { of, rank, factor }] of file.correlations.entries()) {
    const full = of.flatMap((written) => fullPaths(written).find((candidate) => kinds.has(candidate)) ?? []);
    pairs += factor === undefined ? (full.length * (full.length - 1)) / 2 : full.length;
    if (pairs > MOST_PAIRS) {
      const message = `makes more than ${shown(MOST_PAIRS)} pairs of quantities that move together`;
      yield error(['correlations', place, 'of'], message, {
        advice: 'Give them a `factor`: each then moves with that alone.',
      });
      return;
    }
    for (const pair of factor === undefined ? pairsOf(full) : full.map((one) => [factor, one])) {
      const key = JSON.stringify([factor === undefined, ...pair]);
      const before = said.get(key);
      if (before !== undefined && before.place !== place && before.rank !== rank) {
        const message = `says ${rank} for \`${pair[0]}\` and \`${pair[1]}\`, but correlations[${before.place}] says ${before.rank}`;
        yield error(['correlations', place, 'rank'], message, { advice: 'Say it once.' });
        break;
      }
      said.set(key, { rank, place });
    }
  }
}

function pairsOf(names: readonly string[]): string[][] {
  return names.flatMap((a, at) => names.slice(at + 1).map((b) => [a, b].sort()));
}
