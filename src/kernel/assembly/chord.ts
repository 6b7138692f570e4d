/** Chords of Hill curves near no spend: `responses/hill.ts`, two draws at a time. */
import { quickExp2 } from './binary';
import { one } from './quick';

/** Less is as good as no spend; `CHORD_END` and its logarithm. */
const SMALLEST: f64 = 1e-300;
const CHORD_END: f64 = 1e-6;
const LOG2_CHORD_END: f64 = -19.931568569324174;

/** Takes the chords of draws whose spend is that small: hardly ever, so that they are made only then. */
export function takeChords(
  spend: usize,
  value: usize,
  slope: usize,
  bytes: usize,
  ceilings: usize,
  slopes: usize,
  halves: usize,
): void {
  for (let at: usize = 0; at < bytes; at += 16) {
    const a = v128.load(spend + at);
    const half = v128.load(halves + at);
    const steepness = v128.load(slopes + at);
    const onChord = f64x2.lt(a, chordEndOf(half, steepness));
    if (!v128.any_true(onChord)) continue;
    const chord = chordOf(half, steepness, v128.load(ceilings + at));
    v128.store(value + at, v128.bitselect(f64x2.mul(chord, a), v128.load(value + at), onChord));
    if (slope != 0) v128.store(slope + at, v128.bitselect(chord, v128.load(slope + at), onChord));
  }
}

/** Slope at zero: of the chord for slopes below 1. */
// @ts-ignore: decorator
@inline
function chordOf(half: v128, slope: v128, ceiling: v128): v128 {
  const steep = f64x2.lt(slope, one());
  const power = quickExp2(f64x2.mul(v128.bitselect(slope, one(), steep), f64x2.splat(LOG2_CHORD_END)));
  const under = f64x2.mul(f64x2.mul(f64x2.add(one(), power), f64x2.splat(CHORD_END)), half);
  const straight = v128.and(f64x2.div(ceiling, half), f64x2.eq(slope, one()));
  return v128.bitselect(f64x2.div(f64x2.mul(ceiling, power), under), straight, steep);
}

/** The spend up to which a curve takes its chord. */
// @ts-ignore: decorator
@inline
export function chordEndOf(half: v128, slope: v128): v128 {
  const steep = f64x2.lt(slope, one());
  return v128.bitselect(f64x2.mul(f64x2.splat(CHORD_END), half), f64x2.splat(SMALLEST), steep);
}
