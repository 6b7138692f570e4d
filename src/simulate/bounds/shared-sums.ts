import { eachOnce } from '../../carryover/spread.ts';
import type { Kernel } from '../../kernel/kernel.ts';
import { suppliesOf } from '../conditions/capacity.ts';
import { channelEffects } from '../channel/effect.ts';
import type { FigureInBlock } from '../goal/figure-in-block.ts';
import type { FiguresInput } from '../figures-input.ts';
import { addBaseline, noSums, sumOfBaseline, type FigureSums } from '../goal/goal.ts';
import { throughHalo } from '../goal/gradient.ts';
import { kernelTables } from '../channel/kernel-tables.ts';
import type { Memory, Table } from '../block/memory.ts';
import { boundSharing } from './shared-bound.ts';
import { atWorkOf, type SharedBox } from './shared-box.ts';
import type { SharedWorth } from '../goal/shared-worth.ts';
import { addSpending, addSpendingByDraw } from '../goal/spending.ts';
import { plainTables } from '../channel/table-code.ts';
import { volumesOf } from '../channel/volume.ts';

/**
 * What figures of a plan within a box are at most, whatever channels share, as a concave function of spend: sums over the draws of a block,
 * and their derivatives. See `boundSharing`.
 *
 * @param counted  the figures with weights of draws
 */
export function sharedSums(
  { model, plan, used, conditions, relaxation, figures, values, weights = [] }: FiguresInput,
  box: SharedBox,
  counted: readonly FigureInBlock[],
  memory: Memory,
  kernel: Kernel | undefined,
): readonly FigureSums[] {
  const { block, channels } = conditions;
  const { count } = block;
  const { periods, tail } = model;
  const code = kernel === undefined ? plainTables(memory) : kernelTables(kernel, memory);
  const volumes = volumesOf(model, plan, relaxation?.box);
  const effects = channelEffects(model, volumes, conditions, memory, code, relaxation?.envelopes, kernel);
  const fromBefore = figures.some(({ ofPlanOnly }) => ofPlanOnly) ? effects.map((own) => own.fromBefore) : [];
  let working: readonly Float64Array[] | undefined;
  const atWork = () => (working ??= atWorkOf(model, plan, conditions));
  const supplies = suppliesOf(model, block, channels, used);
  return figures.map((figure, k) =>
    memory.lend(() => {
      const sums = noSums(model);
      const { cells, gradient } = sums;
      const table = () => memory.table(periods + tail, count);
      const slopes = effects.map(table);
      const floors = canLose(figure.shared) ? floorsOf(box, atWork(), periods + tail) : [];
      const floorSlopes = floors.map((floor) => floor && table());
      boundSharing(
        {
          worth: figure.shared,
          box,
          effects: effects.map(({ effect }) => effect),
          floors,
          before: figure.ofPlanOnly ? fromBefore : [],
          supplies,
          periods: periods + tail,
          count,
          weights: weights[k],
        },
        { slopes, floorSlopes, cells, values: values[k] },
      );
      const returns = effects.map(({ slope }, c) => {
        const gathered = memory.table(periods, count);
        const inTime = slope.slice(0, periods + model.channels[c]!.tail);
        const ofFloor = floorSlopes[c];
        if (ofFloor === undefined) {
          code.gather(channels[c]!.carry, eachOnce(slopes[c]!), undefined, inTime, gathered);
          return gathered;
        }
        // By what is at work: of the effect as the curve rises, of its floor as the line does.
        const [both, one] = [table(), table()];
        const { slope: line } = box.chords[c]!;
        both.forEach((row, t) => {
          one[t]!.fill(1);
          const [steep, slopeHere, floorHere] = [inTime[t], slopes[c]![t]!, ofFloor[t]!];
          for (let i = 0; i < count; i++) {
            row[i] = steep === undefined ? 0 : slopeHere[i]! * steep[i]! + floorHere[i]! * line[t * count + i]!;
          }
        });
        code.gather(channels[c]!.carry, eachOnce(both), undefined, one.slice(0, inTime.length), gathered);
        return gathered;
      });
      throughHalo(model, { conditions, code, memory }, returns).forEach((own, c) => {
        const first = c * periods;
        code.sumWorth(channels[c]!.buying, own, gradient, first);
        volumes.slope[c]!.forEach((discount, t) => (gradient[first + t] = gradient[first + t]! * discount));
        addSpending(model, c, counted[k]!.spending[c]!, plan.spend[c]!, used[c]!, sums);
        if (values[k] !== undefined) {
          addSpendingByDraw(block, figure.spending[c]!, plan.spend[c]!, used[c]!, values[k]);
        }
      });
      addBaseline(block, figure, values[k]);
      return { ...sums, baseline: sumOfBaseline(counted[k]!) };
    }),
  );
}

/** Whether anything that a figure counts is worth less than nothing in some draw: only then does it matter how little there is at least. */
function canLose({ plain, perPerson }: SharedWorth): boolean {
  return [...plain, ...perPerson].some((worth) => worth?.rows.some((row) => row.some((value) => value < 0)));
}

/** What comes of each channel at least of what is at work, along its chord. */
function floorsOf(
  { chords, least }: SharedBox,
  atWork: readonly Float64Array[],
  periods: number,
): readonly (Table | undefined)[] {
  return chords.map((chord, c): Table | undefined => {
    if (chord === undefined) return undefined;
    const { from, slope } = chord;
    const low = least[c]!;
    const count = low.length / periods;
    const inTime = atWork[c]!;
    return Array.from({ length: periods }, (_, t) => {
      const first = t * count;
      // After the channel's tail there is nothing.
      if (first >= inTime.length) return low.subarray(first, first + count);
      return Float64Array.from({ length: count }, (_unused, i) => {
        const k = first + i;
        return low[k]! + slope[k]! * (inTime[k]! - from[k]!);
      });
    });
  });
}
