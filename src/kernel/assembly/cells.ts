/** `placesIn` of `statistics/cells.ts` on a row in the kernel's memory: the same operations on each value, so the same places. */

/** Those of `statistics/cells.ts`. */
const SEGMENTS = 32;
const PER_SEGMENT = 2032;
const PER_COARSE = 16;
const ABOVE = PER_COARSE + SEGMENTS * PER_SEGMENT;
const GUIDES = 512;

/** Where a lookup has, segment by segment: the end, the end of the one before, half of the beginning, and cells by width. */
const BEFORE: usize = SEGMENTS << 3;
const HALF: usize = 2 * BEFORE;
const PER_WIDTH: usize = 3 * BEFORE;
/** Then for all: the least and the greatest value of the pilot, and steps by width; then the guide. */
const LOW: usize = 4 * BEFORE;
const HIGH: usize = LOW + 8;
const PER_GUIDE: usize = LOW + 16;
const GUIDE: usize = LOW + 24;

/** Values whose steps of the guide are looked for together, two at a time. */
const TOGETHER = 128;
const STEPS: usize = memory.data(512, 16);

/**
 * Writes the cell of each value, 16 bits each.
 *
 * @param count  an even number
 * @param lookup  see `statistics/kernel-cells.ts`
 */
export function placeValues(values: usize, count: i32, lookup: usize, places: usize): void {
  const low = load<f64>(lookup, LOW);
  const high = load<f64>(lookup, HIGH);
  const half = f64x2.splat(0.5);
  const start = f64x2.splat(low / 2);
  const perGuide = v128.load64_splat(lookup + PER_GUIDE);
  const last = i32x4.splat(GUIDES);
  while (count > 0) {
    const many = min(count, TOGETHER);
    count -= many;
    for (let i: usize = 0; i < <usize>many; i += 2) {
      const within = f64x2.sub(f64x2.mul(v128.load(values + (i << 3)), half), start);
      const step = i32x4.trunc_sat_f64x2_u_zero(f64x2.mul(within, perGuide));
      v128.store64_lane(STEPS + (i << 2), i32x4.min_u(step, last), 0);
    }
    for (let i: usize = 0; i < <usize>many; i++, values += 8, places += 2) {
      const value = load<f64>(values);
      let at = lookup + ((<usize>load<u8>(lookup + <usize>load<u32>(STEPS + (i << 2)), GUIDE)) << 3);
      // Added up rather than asked: of steps in which a segment ends nobody can tell.
      at += (<usize>(value >= load<f64>(at))) << 3;
      while (value >= load<f64>(at)) at += 8;
      if (value == load<f64>(at, BEFORE)) at -= 8; // shared by many
      const within = <i32>((value / 2 - load<f64>(at, HALF)) * load<f64>(at, PER_WIDTH));
      const cell = PER_COARSE + <i32>((at - lookup) >> 3) * PER_SEGMENT + min(within, PER_SEGMENT - 1);
      store<u16>(places, <u16>select(select(0, cell, value < low), ABOVE, value <= high));
    }
  }
}
