/** What curves have in common. */

/** The row of a parameter: the host puts addresses of rows, by parameter, where `parameters` points to. */
// @ts-ignore: decorator
@inline
export function rowOf(parameters: usize, index: usize, offset: usize): usize {
  return load<usize>(parameters + (index << 2)) + offset;
}

/**
 * Bytes of a row that are worked out together before any is stored: constants are then read once for all of them. What
 * stands beyond the end of a row, within the room between rows, is worked out too and not looked at.
 */
export const AT_ONCE: usize = 64;
