import type { DrawRequest, Model } from '../domain.ts';
import { ScenarioError } from '../errors.ts';
import type { Row } from '../families.ts';
import { evaluateRows } from '../formula/compile.ts';
import { openKernel } from '../kernel/kernel.ts';
import { keyOf } from '../random/key.ts';
import { pointStream, type PointStream } from '../random/points.ts';
import { blockOfRows, rowOf, type Block } from './block.ts';
import { plainDraws, type DrawCode } from './draw-code.ts';
import { kernelDraws } from './kernel-draws.ts';

/** Makes blocks of draws; a block is a pure function of the model, the request and the draw numbers. */
export interface Sampler {
  block(first: number, count: number): Block;
}

/**
 * Opens the streams of a model's assumptions: one standard normal score per assumption and draw, correlated where the
 * scenario asks for it, then mapped by the assumption's quantile function. Aligned scores are moved before they are
 * correlated.
 */
export function openSampler(model: Model, request: DrawRequest): Sampler {
  const key = keyOf(request.seed);
  const alignment = request.method === 'aligned' ? (request.alignment ?? ownAlignment(model)) : undefined;
  const streams = new Map<string, PointStream>();
  const open = (id: string): PointStream => {
    let stream = streams.get(id);
    if (stream === undefined) {
      stream = alignment === undefined ? pointStream(key, request.method, id) : alignedStream(key, alignment, id);
      streams.set(id, stream);
    }
    return stream;
  };
  const clusters = clustersOf(model).map((cluster) => ({ cluster, sources: cluster.sources.map(open) }));
  const shift = alignment && { cluster: shiftOf(alignment), sources: [axisStream(key), ...alignment.sources.map(open)] };
  if (shift !== undefined) streams.set(AXIS, shift.sources[0]!);
  const indexOf = new Map(model.assumptions.map(({ id }, k) => [id, k]));
  const kernel = openKernel();
  const tables = model.assumptions.map(({ marginal }) => marginal);
  const compiled = kernel && kernelDraws(kernel, [...streams.values()], tables);
  const plain = plainDraws();

  return {
    block(first, count) {
      const rows = compiled === undefined ? drawRows(plain, first, count) : drawRows(compiled, first, count);
      const block = blockOfRows(first, count, rows);
      for (const { id, expression, uses } of model.derived) {
        const out = new Float64Array(count);
        evaluateRows(
          expression,
          uses.map((use) => rowOf(block, use)),
          out,
          count,
        );
        checkNumbers(id, out, first);
        rows.push(out);
      }
      return block;
    },
  };
}

/**
 * Refuses what a formula makes of some draw when no price, rate or number of people can be that. The reader has checked
 * formulas with every assumption at its median only. Throws `ScenarioError`.
 */
function checkNumbers(id: string, values: Row, first: number): void {
  // A named assumption is only a number; fields of the model are money, shares, people or time.
  const least = id.startsWith('assumptions.') ? -Infinity : 0;
  const wrong = values.findIndex((value) => !(Number.isFinite(value) && value >= least));
  if (wrong === -1) return;
  throw new ScenarioError([
    {
      severity: 'error',
      path: id,
      message: `the formula gives ${values[wrong]} in draw ${first + wrong + 1}, where a number${least === 0 ? ' from 0 on' : ''} is needed`,
      advice: 'Keep it in bounds with `max(…, …)` or `clamp(…, …, …)`, or narrow the assumptions it uses.',
    },
  ]);
}
