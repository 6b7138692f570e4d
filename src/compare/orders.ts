import { keyOf } from '../random/key.ts';
import { pointStream, uniforms } from '../random/points.ts';

/**
 * Orders of n causes drawn at random, each followed by its reverse, which has the opposite luck: an even number of them.
 *
 * @param pairs  how many are drawn
 */
export function randomOrders(causes: number, pairs: number, seed: string): readonly (readonly number[])[] {
  const key = keyOf(seed);
  return Array.from({ length: pairs }, (_, k) => {
    const places = new Float64Array(causes);
    uniforms(pointStream(key, 'plain', `order ${k}`), 0, causes, places);
    const order = Array.from({ length: causes }, (_, cause) => cause).sort((a, b) => places[a]! - places[b]!);
    return [order, order.toReversed()];
  }).flat();
}
