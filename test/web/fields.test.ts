import { describe, expect, it } from 'vitest';
import { carryovers } from '../../src/carryover/table.ts';
import { responses } from '../../src/responses/table.ts';
import { scenarioSchema } from '../../src/scenario/schema/scenario.ts';
import { columnsOf } from '../../web/engine/columns.ts';
import { en } from '../../web/languages/en.ts';
import { zh } from '../../web/languages/zh.ts';
import { fieldLabel, pathLabel } from '../../src/report/languages/field-label.ts';

/** One row of everything that a file may have, once for each curve. */
const rows = [
  ...Object.keys(responses).map((curve) => ({ response: { curve } })),
  ...Object.keys(carryovers).map((curve) => ({ carryover: { curve } })),
].map((channel) => {
  const one = { a: {} };
  return {
    channels: { a: { ...channel, hours: { a: {} } } },
    stresses: one,
    events: one,
    groups: one,
    ratios: one,
    segments: one,
    resources: one,
  };
});

describe('the names of fields', () => {
  it('are Chinese for every field that a file may have', () => {
    const names = new Set(rows.flatMap((row) => columnsOf(scenarioSchema, [row]).flatMap(({ path }) => path)));
    expect(names.size).toBeGreaterThan(100);
    const missing = [...names].filter(
      (name) => name !== '' && name !== 'a' && !/\p{Script=Han}/u.test(fieldLabel(name, zh.fields)),
    );
    expect(missing).toEqual([]);
  });

  it('tell steps of a funnel, and leave the planner’s own names alone', () => {
    expect(fieldLabel('clickToCustomer', en.fields)).toBe('click → customer');
    expect(fieldLabel('clickToCustomer', zh.fields)).toBe('点击 → 客户');
    expect(fieldLabel('addToCartToCustomer', en.fields)).toBe('add → cart → customer');
    expect(fieldLabel('grossMargin', en.fields)).toBe('gross margin');
    expect(pathLabel(['hours', 'Sales team', 'perLead'], en.fields)).toBe("people's hours · Sales team · per lead");
    expect(fieldLabel('constructor', en.fields)).toBe('constructor');
  });
});
