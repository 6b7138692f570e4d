import type { Model, Plan } from '../../domain.ts';
import type { Row } from '../../domain/row.ts';
import type { Figure } from '../../simulate/goal/figure.ts';
import { modelParts } from '../../simulate/model-parts.ts';
import { figuresByDraw } from '../draw-by-draw.ts';
import type { Decision } from './decision.ts';
import type { Size } from './pilot-wish.ts';

/** What a pilot counts. */
export const COUNTS = ['customers', 'leads'] as const;

/** What a pilot should bring in each draw. */
export interface Brought {
  readonly profit: Row;
  /** Customers, and leads where the channel counts them. */
  readonly counts: readonly Row[];
}

/** Figures of plans of nothing but the pilot, draw by draw: of the part of the model that its channel belongs to. */
export async function broughtBy(
  { engine, model, draws, options }: Decision,
  channel: number,
  sizes: readonly Size[],
): Promise<readonly Brought[]> {
  const names = ['profit', ...(model.channels[channel]!.countsLeads ? COUNTS : COUNTS.slice(0, 1))] as const;
  const figures = names.map((name): Figure => ({ weights: { [name]: 1 }, ofPlanOnly: true }));
  const brought: Brought[] = [];
  for (const { periods, spend } of sizes) {
    const part = modelParts(withHoursOf(model, channel, periods)).find(({ channels }) => channels.includes(channel))!;
    const plan: Plan = {
      name: 'pilot',
      spend: part.channels.map((c) =>
        Float64Array.from({ length: model.periods }, (_, t) => (c === channel && t < periods ? spend / periods : 0)),
      ),
    };
    const [rows] = await figuresByDraw(engine, part.model, [plan], figures, draws, options);
    const [profit, ...counts] = rows as readonly [Row, ...Row[]];
    brought.push({ profit, counts });
  }
  return brought;
}

/** The model in which the hours that a channel takes in every period of a plan are those of the pilot's periods. */
function withHoursOf(model: Model, channel: number, periods: number): Model {
  const share = periods / model.periods;
  return {
    ...model,
    channels: model.channels.map((each, c) =>
      c === channel
        ? {
            ...each,
            hours: each.hours.map((role) =>
              'constant' in role.perPeriod
                ? { ...role, perPeriod: { constant: role.perPeriod.constant * share } }
                : role,
            ),
          }
        : each,
    ),
  };
}
