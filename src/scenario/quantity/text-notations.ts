import { call } from './call.ts';
import { counted } from './counted.ts';
import { history } from './history.ts';
import type { TextNotation } from './notation.ts';
import { range } from './range.ts';
import { spread } from './spread.ts';
import { threePoint } from './three-point.ts';

/** Every way to write an uncertain quantity as a text; the first that recognizes a text reads it. */
export const textNotations: readonly TextNotation[] = [call, history, counted, spread, threePoint, range];
