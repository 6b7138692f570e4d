/** `valuesWithin` of `statistics/windows.ts` for one window of a row in the kernel's memory. */

/**
 * Lists the values of a window in their order, and tells how many there are; writes how many values lie below it.
 *
 * @param count  an even number
 * @param list  room for one more than there can be
 */
export function listWithin(values: usize, count: i32, from: f64, to: f64, list: usize, below: usize): i32 {
  const start = list;
  const low = f64x2.splat(from);
  const high = f64x2.splat(to);
  let under = i64x2.splat(0);
  for (const end = values + ((<usize>count) << 3); values < end; values += 16) {
    const value = v128.load(values);
    const isUnder = f64x2.lt(value, low);
    const within = v128.andnot(f64x2.lt(value, high), isUnder);
    under = i64x2.sub(under, isUnder);
    if (!v128.any_true(within)) continue;
    const lanes = i64x2.bitmask(within);
    v128.store64_lane(list, value, 0);
    list += (<usize>(lanes & 1)) << 3;
    v128.store64_lane(list, value, 1);
    list += (<usize>(lanes >> 1)) << 3;
  }
  store<f64>(below, <f64>(i64x2.extract_lane(under, 0) + i64x2.extract_lane(under, 1)));
  return <i32>((list - start) >> 3);
}
