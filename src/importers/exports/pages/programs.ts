import { fxiaoke } from './fxiaoke.ts';
import { jiandaoyun } from './jiandaoyun.ts';
import type { PageProgram } from './program.ts';
import { zoho } from './zoho.ts';

/** Every program whose saved answers are read: to add one, describe its answers in a file and name it here. */
export const pagePrograms: readonly PageProgram[] = [zoho, fxiaoke, jiandaoyun];
