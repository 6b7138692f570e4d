import { describe, expect, it } from 'vitest';
import { limitFields } from '../../src/scenario/schema/limit-fields.ts';
import { pageOf } from '../../web/table/pages.ts';

describe('pages of the table', () => {
  it('have all limits beside the budget, new ones too', () => {
    const pages = Object.keys(limitFields('file')).map((name) => [name, pageOf(name)] as const);
    expect(pages).toContainEqual(['mostChannels', 'budget']);
    expect(pages.filter(([, page]) => page !== 'budget')).toEqual([]);
  });

  it('have what a planner knows of customers and risks apart', () => {
    expect(['channels', 'value', 'stresses', 'notes'].map(pageOf)).toEqual(['channels', 'customers', 'risks', 'about']);
  });
});
