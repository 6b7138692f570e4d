import { describe, expect, it } from 'vitest';
import { powerOfTwo } from '../../src/linear/binary.ts';
import { programBuilder } from '../../src/linear/program.ts';
import { scaleProgram } from '../../src/linear/scale.ts';
import { scalingOf } from '../../src/linear/scaling.ts';
import { knownProgram, randomOf } from './random.ts';

describe('scaling', () => {
  it('multiplies by powers of two only, so that not a bit is lost', () => {
    for (let k = 0; k < 50; k++) {
      const { program } = knownProgram(randomOf(`scale ${k}`), 10, 8, 6);
      const scaling = scalingOf(program);
      for (const factor of [...scaling.rows, ...scaling.columns, scaling.objective]) {
        expect(Number.isInteger(Math.log2(factor))).toBe(true);
      }
      const scaled = scaleProgram(program, scaling);
      const back = scaled.rows.values.map((value, k) => {
        const row = scaled.rows.starts.findIndex((start) => start > k) - 1;
        return value / scaling.rows[row]! / scaling.columns[scaled.rows.indices[k]!]!;
      });
      expect([...back]).toEqual([...program.rows.values]);
    }
  });

  it('brings entries, limits and costs that span twenty decades to within a few of 1', () => {
    for (let k = 0; k < 50; k++) {
      const { program } = knownProgram(randomOf(`spread ${k}`), 20, 12, 6);
      const { rows, columns } = scaleProgram(program, scalingOf(program));
      const sizes = [rows.values, rows.lower, rows.upper, columns.lower, columns.upper, columns.cost]
        .flatMap((numbers) => [...numbers])
        .filter((number) => Number.isFinite(number) && number !== 0)
        .map((number) => Math.abs(Math.log10(Math.abs(number))));
      expect(sizes.toSorted((a, b) => a - b)[Math.floor(0.95 * sizes.length)]).toBeLessThan(1.5);
    }
  });

  it('leaves integer columns as they are', () => {
    const builder = programBuilder('maximize');
    builder.addColumn({ cost: 1e6, upper: 5, integer: true });
    builder.addColumn({ cost: 1e6, upper: 5e6 });
    builder.addRow({
      terms: [
        [0, 1e6],
        [1, -1],
      ],
      upper: 0,
    });
    const { columns } = scalingOf(builder.build());
    expect(columns[0]).toBe(1);
    expect(columns[1]).toBeGreaterThan(1e4);
  });

  it('is not led astray by noise', () => {
    const builder = programBuilder('maximize');
    builder.addColumn({ cost: 1, upper: 1 });
    builder.addColumn({ cost: 1, upper: 1 });
    builder.addRow({
      terms: [
        [0, 1],
        [1, 1e-300],
      ],
      upper: 1,
    });
    const { rows } = scalingOf(builder.build());
    expect(rows[0]).toBeGreaterThanOrEqual(0.25);
    expect(rows[0]).toBeLessThanOrEqual(4);
  });

  it('has exact powers', () => {
    expect([-300.4, -1, -0.2, 0, 1, 10, 299.6].map((exponent) => powerOfTwo(exponent, 300))).toEqual([
      2 ** -300,
      0.5,
      1,
      1,
      2,
      1024,
      2 ** 300,
    ]);
    expect(powerOfTwo(5000, 300)).toBe(2 ** 300);
  });
});
