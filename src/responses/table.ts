import type { ResponseFamily } from '../families/response.ts';
import { adbudg } from './adbudg.ts';
import { exponential } from './exponential.ts';
import { hill } from './hill.ts';
import { linear } from './linear.ts';
import { log } from './log.ts';
import { michaelisMenten } from './michaelis-menten.ts';
import { power } from './power.ts';
import { table } from './points.ts';
import { tanh } from './tanh.ts';

/** Every response curve by its name in the file. */
export const responses: Readonly<Record<string, ResponseFamily>> = Object.fromEntries(
  [linear, exponential, michaelisMenten, log, tanh, hill, power, adbudg, table].map((family) => [family.name, family]),
);
