import { describe, expect, it } from 'vitest';
import { carryovers } from '../../src/carryover/table.ts';
import { placeOf, ROLES } from '../../src/random/dimensions.ts';
import { DIMENSIONS } from '../../src/random/sobol.ts';
import { responses } from '../../src/responses/table.ts';

describe('the place of an assumption', () => {
  it.each([
    ['channels.search.price.cpc', 'channels.search', 'price.cpc'],
    ['channels.search.value.repeat.rate', 'channels.search', 'value.repeat.rate'],
    ['channels.my.shop.response.scale', 'channels.my.shop', 'response.scale'],
    ['value.orderValue', '', 'value.orderValue'],
    ['baseline.value.orderValue', 'baseline', 'value.orderValue'],
  ])('of %s is in group %s by its role', (id, group, role) => {
    expect(placeOf(id)).toEqual({ group, dimension: ROLES.findIndex((roles) => roles.includes(role)) });
  });

  it.each(['assumptions.marketCpm', 'events.outage.probability', 'channels.search.halo.social', 'factors.market'])(
    'of %s is a group of its own',
    (id) => expect(placeOf(id)).toEqual({ group: id, dimension: 0 }),
  );

  it('is in a dimension that there is', () => {
    expect(ROLES.length).toBeLessThanOrEqual(DIMENSIONS);
    expect(new Set(ROLES.flat()).size).toBe(ROLES.flat().length);
  });

  // Two assumptions of one channel in one dimension would move together although nobody asked for it.
  it('is never that of another parameter of the same curve or carry-over', () => {
    const families = [
      ...Object.values(responses).map(({ parameters }) => parameters.map(({ name }) => `response.${name}`)),
      ...Object.values(carryovers).map(({ parameters }) => parameters.map(({ name }) => `carryover.${name}`)),
    ];
    expect(families.length).toBeGreaterThan(10);
    for (const roles of families) {
      const places = roles.map((role) => JSON.stringify(placeOf(`channels.search.${role}`)));
      expect(new Set(places).size).toBe(roles.length);
    }
  });
});
