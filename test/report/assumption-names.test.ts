import { describe, expect, it } from 'vitest';
import { assumptionLabel, assumptionName } from '../../src/report/sentences/assumptions.ts';
import { report } from './sample.ts';

describe('what an assumption is called', () => {
  it.each([
    ['value.orderValue', 'order value', 'Order value'],
    ['factors.market', 'common factor market', 'Common factor market'],
    // Own names are as the planner writes them, like in every other table.
    ['channels.display.price.cpc', 'display: cost per click', 'display: cost per click'],
    ['assumptions.growth', 'growth', 'growth'],
  ])('in a sentence and in a table: %s', (path, inSentence, inTable) => {
    expect([assumptionLabel(report, path), assumptionName(report, path)]).toEqual([inSentence, inTable]);
  });
});
