import type { Extract } from './extract.ts';
import { folded } from './sources.ts';

/** How a deal ended. Stages are words of each company's own: what is neither won nor lost is open. */
export type Outcome = 'won' | 'lost' | 'open';

const LOST = /\blost\b|\bjunk\b|输单|丢单|战败|流失|无效|作废|未成交|已关闭/i;
const WON = /\bwon\b|赢单|成交|已签约|签约成功/i;
const VOID = /作废|取消|已关闭|无效|\bvoid(?:ed)?\b|\bcancel/i;
const RETURNED = /退货|退款|\breturned\b|\brefunded\b/i;
const CONVERTED = /^(?:已转换|已转化|已转商机|已转客户|converted)$/i;
const YES = /^(?:true|yes|y|1|是)$/i;

/** What the planner says of stages, by folded text. */
export type Stages = ReadonlyMap<string, Outcome>;

export function outcomeOf(stage: string, stages: Stages = new Map()): Outcome {
  const said = stages.get(folded(stage));
  if (said !== undefined) return said;
  if (LOST.test(stage)) return 'lost';
  return WON.test(stage) ? 'won' : 'open';
}

export function isVoid(status: string | undefined): boolean {
  return status !== undefined && VOID.test(status);
}

export function isReturned(status: string | undefined): boolean {
  return status !== undefined && RETURNED.test(status);
}

/** Whether a lead became a deal, by any of the three signs that CRMs give. */
export function isConverted({
  converted,
  status,
  deal,
}: {
  converted?: string;
  status?: string;
  deal?: string;
}): boolean {
  return deal !== undefined || YES.test(converted ?? '') || CONVERTED.test(status ?? '');
}

/** What each stage of deals that the files have is taken for, in the order of their words. */
export function stagesIn(
  extracts: readonly Extract[],
  stages: Stages,
): readonly { readonly stage: string; readonly outcome: Outcome }[] {
  const deals = extracts.filter(({ fingerprint }) => fingerprint.kind === 'deals');
  const words = new Set(deals.flatMap(({ rows }) => rows.flatMap(({ status = [] }) => status)));
  return [...words].toSorted().map((stage) => ({ stage, outcome: outcomeOf(stage, stages) }));
}
