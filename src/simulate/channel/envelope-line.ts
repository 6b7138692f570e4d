/**
 * By period (plan and tail) and draw, `[t * count + i]`: below `until` the line `base + slope · a`, from there on what was there,
 * raised by `lift` (rounding).
 */
export interface EnvelopeLine {
  readonly until: Float64Array;
  readonly base: Float64Array;
  readonly slope: Float64Array;
  readonly lift: Float64Array;
}

/**
 * The concave envelope of a channel's response over the effective spend that is possible within a box: straight lines from the last
 * to the first, each of which takes the place of what was there before it up to where it ends. An S-curve needs one, and so does an
 * S-shaped table; tables that bend to and fro need more.
 */
export type Envelope = readonly EnvelopeLine[];
