import { describe, expect, it } from 'vitest';
import { powerOfTwo } from '../../src/linear/binary.ts';
import { programBuilder, type Rows } from '../../src/linear/program.ts';
import { scaleProgram, type Scaling } from '../../src/linear/scale.ts';
import { rowFactors, scalingOf } from '../../src/linear/scaling.ts';
import { knownProgram, randomOf } from './random.ts';

/** Of rows that come when columns have their factors. */
const scalingOver = (rows: Rows, columns: Float64Array): Scaling => ({
  rows: rowFactors(rows, columns),
  columns,
  objective: 1,
});

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

  it('brings nineteen of twenty entries, limits and costs that span twenty decades to between 1/20 and 20', () => {
    const sizes = Array.from({ length: 50 }, (_, k) => {
      const { program } = knownProgram(randomOf(`spread ${k}`), 20, 12, 6);
      const { rows, columns } = scaleProgram(program, scalingOf(program));
      return [rows.values, rows.lower, rows.upper, columns.lower, columns.upper, columns.cost];
    })
      .flat()
      .flatMap((numbers) => [...numbers])
      .filter((number) => Number.isFinite(number) && number !== 0)
      .map((number) => Math.abs(Math.log10(Math.abs(number))))
      .toSorted((a, b) => a - b);
    expect(sizes.length).toBeGreaterThan(5000);
    expect(sizes[Math.floor(0.95 * sizes.length)]).toBeLessThan(Math.log10(20));
  });

  it('keeps a bound that is meant as none from deciding the unit', () => {
    const builder = programBuilder('maximize');
    for (let j = 0; j < 3; j++) builder.addColumn({ cost: 1, upper: j === 0 ? 1e30 : 100 });
    for (let i = 0; i < 2; i++) builder.addRow({ terms: [0, 1, 2].map((j) => [j, 1 + i + j]), upper: 50 + i });
    const program = builder.build();
    const { columns, rows } = scalingOf(program);
    for (const factor of columns) expect(factor).toBeLessThanOrEqual(256);
    for (const factor of rows) expect(factor).toBeGreaterThanOrEqual(1 / 1024);
    // It is so far out that a solver should not see it.
    expect(scaleProgram(program, scalingOf(program)).columns.upper[0]).toBe(Infinity);
  });

  it('lets a solver see a limit that is far for small entries, but near for a large one', () => {
    // Money of which three columns bring next to nothing: a tangent of a part of a goal, in its own unit.
    const builder = programBuilder('maximize');
    for (let j = 0; j < 4; j++) builder.addColumn({ cost: j === 3 ? 1 : 0, upper: 1 });
    const columns = new Float64Array(4).fill(1);
    const terms = [0, 1, 2, 3].map((j): [number, number] => [j, j === 3 ? 2 ** 20 : 1]);
    builder.addRow({ terms, upper: 2 ** 31 });
    const near = builder.build();
    expect(scaleProgram(near, scalingOver(near.rows, columns)).rows.upper[0]).toBe(2 ** 11);
    builder.addRow({ terms, upper: 1e30 });
    const far = builder.build();
    expect(scaleProgram(far, scalingOver(far.rows, columns)).rows.upper[1]).toBe(Infinity);
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
