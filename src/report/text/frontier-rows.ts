import type { Frontier, FrontierPlan } from '../../domain.ts';
import { pointSign, type FoundPoint } from '../sentences/frontier-words.ts';

/** One plan of the tables: a point of the frontier, or a plan beside it. */
export interface FrontierRow {
  /** What stands for it in the picture. */
  readonly sign: string;
  readonly name: string;
  readonly plan: Omit<FrontierPlan, 'name'>;
  readonly point?: FoundPoint;
}

const POINT_NAMES = {
  bold: 'boldest',
  cautious: 'most cautious',
  'your budget': 'your budget',
  'most profit': 'most profit',
} as const;
const BESIDE = {
  today: { sign: 'T', name: 'today' },
  'pro rata': { sign: 'P', name: "today's split" },
} as const;

/** All plans: points that have one, then those beside the frontier. */
export function frontierRows({ points, beside }: Frontier): readonly FrontierRow[] {
  return [
    ...points.flatMap((point, k): FrontierRow[] =>
      point.status === 'found'
        ? [{ sign: pointSign(k), name: point.names.map((name) => POINT_NAMES[name]).join(', '), plan: point, point }]
        : [],
    ),
    ...beside.map((plan): FrontierRow => ({ ...BESIDE[plan.name], plan })),
  ];
}

/** Whether draws differ at all. */
export function isUncertain(rows: readonly FrontierRow[]): boolean {
  return rows.some(({ plan }) => plan.mean.standardError > 0);
}
