import { exp } from '../numeric/exp.ts';
import { ln } from '../numeric/ln.ts';

/** Of more values, a part is looked at first, to find a pivot near to the value that is sought. */
const MANY = 600;

/**
 * Reorders values so that the one at `place` is the one that sorting would put there: none before it is greater, none after it is
 * less. There must be no NaN among them. (`quickselect` of d3-array takes ten times as long: it compares by calling a function.)
 *
 * @param low, high  first and last place that are looked at: before and after them the order must be right already
 * Source: Floyd and Rivest, "Algorithm 489: The algorithm SELECT for finding the ith smallest of n elements" (1975).
 */
export function putInPlace(values: Float64Array, place: number, low = 0, high = values.length - 1): void {
  while (high > low) {
    if (high - low > MANY) {
      const [first, last] = sampleAround(place, low, high);
      putInPlace(values, place, first, last);
    }
    const pivot = values[place]!;
    let [i, j] = [low, high];
    swap(values, low, place);
    if (values[high]! > pivot) swap(values, low, high);
    while (i < j) {
      swap(values, i, j);
      i++;
      j--;
      while (values[i]! < pivot) i++;
      while (values[j]! > pivot) j--;
    }
    // The pivot stands at the end that kept it, and goes between the two parts.
    if (values[low] === pivot) swap(values, low, j);
    else {
      j++;
      swap(values, j, high);
    }
    if (j <= place) low = j + 1;
    if (place <= j) high = j - 1;
  }
}

/** Places in which the value that is sought most likely lies, once those around its own are in order. */
function sampleAround(place: number, low: number, high: number): readonly [number, number] {
  const many = high - low + 1;
  const before = place - low + 1;
  const log = ln(many);
  const size = 0.5 * exp((2 * log) / 3);
  const margin = 0.5 * Math.sqrt((log * size * (many - size)) / many) * Math.sign(before - many / 2);
  return [
    Math.max(low, Math.floor(place - (before * size) / many + margin)),
    Math.min(high, Math.floor(place + ((many - before) * size) / many + margin)),
  ];
}

function swap(values: Float64Array, a: number, b: number): void {
  const value = values[a]!;
  values[a] = values[b]!;
  values[b] = value;
}
