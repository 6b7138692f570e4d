import { describe, expect, it } from 'vitest';
import { keepsLimits, passedBy } from '../../src/linear/keeps.ts';
import { programBuilder } from '../../src/linear/program.ts';

/** 0 ≤ x ≤ 4, y ≥ 1, 2 ≤ x + y ≤ 5, x - y ≤ 1. */
function program() {
  const builder = programBuilder('maximize');
  const x = builder.addColumn({ upper: 4 });
  const y = builder.addColumn({ lower: 1 });
  builder.addRow({ terms: [[x, 1], [y, 1]], lower: 2, upper: 5 }); // prettier-ignore
  builder.addRow({ terms: [[x, 1], [y, -1]], upper: 1 }); // prettier-ignore
  return builder.build();
}

describe('a point keeps the limits of a program', () => {
  const kept = (x: number, y: number) => keepsLimits(program(), Float64Array.of(x, y));

  it('within all of them and on them', () => {
    expect([kept(1, 2), kept(1, 1), kept(3, 2), kept(0, 5)]).toEqual([true, true, true, true]);
  });

  it('and not outside any of them', () => {
    expect([kept(-0.001, 3), kept(1.5, 0.999), kept(0.5, 1.4), kept(2, 3.001), kept(2.5, 1.4)]).toEqual(
      Array.from({ length: 5 }, () => false),
    );
  });

  it('where a sum misses one by rounding only', () => {
    const builder = programBuilder('maximize');
    const terms = Array.from({ length: 10 }, () => [builder.addColumn({}), 1] as const);
    builder.addRow({ terms, lower: 1, upper: 1 });
    const point = new Float64Array(10).fill(0.1); // adds up to 0.9999999999999999
    expect(keepsLimits(builder.build(), point)).toBe(true);
    point[0] = 0.100001;
    expect(keepsLimits(builder.build(), point)).toBe(false);
  });

  it('is told by how much it passes a row', () => {
    const passed = (x: number, y: number) => passedBy(program(), Float64Array.of(x, y));
    expect([passed(1, 2), passed(1, 1), passed(0.5, 1.25), passed(4, 1.5), passed(4, 2.5)]).toEqual([
      0, 0, 0.25, 1.5, 1.5,
    ]);
  });
});
