/**
 * The nouns. Every stage of the pipeline takes one of these plain values and returns the next:
 *
 *   text → Scenario → Model → Draws → Outcome → Summary → Report
 *                       └→ Optimization ┘
 *
 * No code lives here. Money is in the scenario's currency, time in its periods, rates are fractions of 1.
 */
export type { Quantity } from './scenario/quantity/types.ts';
export type * from './domain/time.ts';
export type * from './domain/draws.ts';
export type * from './domain/scenario.ts';
export type * from './domain/model.ts';
export type * from './domain/simulation.ts';
export type * from './domain/summary.ts';
export type * from './domain/optimization.ts';
export type * from './domain/report.ts';
export type * from './domain/frontier.ts';
