import { marginalTable } from '../../distributions/marginal.ts';
import { type MarginalTable } from '../../distributions/marginal-table.ts';
import type { Distribution } from '../../families/distribution.ts';
import { remembered } from '../../scenario/remembered.ts';

/** Tables take some 10 KB each. */
const MOST_TABLES = 1000;

/** Makes tables of distributions, each once: most assumptions stay as they are from one edit to the next. */
export function rememberedTables(): (distribution: Distribution) => MarginalTable {
  const tables = remembered<MarginalTable>(MOST_TABLES);
  return (distribution) => tables(JSON.stringify(distribution), () => marginalTable(distribution));
}
