import { Option } from 'commander';
import type { TestedPlan } from '../runs/tested-plan.ts';

const PLANS: readonly TestedPlan[] = ['today', 'recommended'];

/**
 * `--plan today|recommended`.
 *
 * @param what  what it chooses, with the plan that is looked at without it
 */
export function planOption(what = "which plan (standard: today's)"): Option {
  return new Option('--plan <which>', what).choices(PLANS);
}
