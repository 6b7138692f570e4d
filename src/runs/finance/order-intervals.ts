import type { Model, Scenario } from '../../domain.ts';
import type { OrderIntervals } from '../../finance/cash-flows.ts';

/** Periods from one order to the next, which a model does not hold; any number where customers order once. */
export function orderIntervals({ value, channels }: Scenario, model: Model): OrderIntervals {
  const usual = value.repeat?.every ?? 1;
  return {
    channels: model.channels.map(({ name }) => channels[name]!.value.repeat?.every ?? usual),
    baseline: usual,
  };
}
