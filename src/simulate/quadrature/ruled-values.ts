import type { CarryWeights } from '../../carryover/weights.ts';
import type { ChannelModel } from '../../domain.ts';
import type { Row } from '../../domain/row.ts';
import type { Kernel } from '../../kernel/kernel.ts';
import { placing } from '../../kernel/place.ts';
import { constantRow, rowOf, type Block } from '../block/block.ts';
import type { UsedMemory } from '../block/memory.ts';
import { addValues, type AskedValues } from '../channel/added-values.ts';
import { saturate } from '../channel/effect.ts';
import { type SaturateInput } from '../channel/saturate-input.ts';
import { placeChannel } from '../channel/kernel-channel.ts';
import type { PeriodRule, RuleTable } from './period-rule.ts';
import { rowInAll } from './row-in-all.ts';
import { tableRow } from './table-row.ts';

/** What a channel brings, summed over the periods of the plan by a rule, and over those of the tail as they are. */
export interface RuledInput {
  /** What arrives, per unit of spend, is the same in all periods, as is what a unit of saturated spend is worth. */
  readonly input: SaturateInput;
  readonly block: Block;
  readonly rule: PeriodRule;
  readonly asked: readonly AskedValues[];
}

/** Rules of the channels of a model, where they have one, and what uses them: fetched where there are any. */
export interface RuledChannels {
  readonly rules: readonly (PeriodRule | undefined)[];
  readonly add: typeof addRuled;
}

/** Rules of the channels of each part of a model for each plan: `[plan][part][channel]`. */
export type RulesOfPlans = readonly (readonly (readonly (PeriodRule | undefined)[])[])[];

/** The same for plans. */
export interface Ruled {
  readonly rules: RulesOfPlans;
  readonly add: typeof addRuled;
}

/** The place among the rows of a block of the only parameter of the carry-over that is uncertain; undefined where none is. */
export function uncertainOf({ carryover }: ChannelModel): number | undefined {
  for (const source of carryover.parameters) if ('row' in source) return source.row;
  return undefined;
}

/** Adds what it is worth to rows, draw by draw. */
export function addRuled(ruled: RuledInput, memory: UsedMemory, kernel: Kernel | undefined): void {
  const { input, block, rule, asked } = ruled;
  if (rule.nodes.length === 0) return;
  const arriving = rowInAll(input.arrivals)!;
  const worths = asked.map(({ worth, to }) => ({ worth: rowInAll(worth)!, to }));
  if (rule.by.kind === 'numbers') {
    const { weights } = rule.by;
    const ofNodes = worths.map(({ worth, to }) => ({ worth: inAll(worth, weights), to }));
    addValues(atOnce(ruled, arriving), ofNodes, memory, kernel);
  } else {
    const parameter = rowOf(block, { row: uncertainOf(input.channel)! });
    const level = tableRow(block, rule.by, rule.by.level, parameter, arriving);
    const nodes = atOnce(ruled, level);
    if (kernel === undefined) addPlain(nodes, rule.by, parameter, worths, memory);
    else addCompiled(kernel, nodes, rule.by, parameter, worths);
  }
  const tail = asked.map(({ worth: { rows, scale }, to }) => ({
    worth: { rows: rows.slice(input.periods), scale: scale.subarray(input.periods) },
    to,
  }));
  if (tail.every(({ worth }) => worth.scale.every((times) => times === 0))) return;
  addValues(tailOf(ruled, arriving), tail, memory, kernel);
}

/** The channel as if each node were a period, with a level of its own and nothing kept from one to the next. */
function atOnce({ input, block, rule: { nodes } }: RuledInput, level: Row): SaturateInput {
  const { channel, conditions } = input;
  const carry: CarryWeights = { kind: 'fading', gain: level, retention: constantRow(block, 0), forgets: true };
  return {
    ...input,
    channel: { ...channel, tail: 0 },
    conditions: { ...conditions, carry },
    arrivals: inAll(level, nodes),
    periods: nodes.length,
  };
}

/** The channel after the plan, as if all that still works had been bought before. */
function tailOf({ input, block, rule: { by } }: RuledInput, arriving: Row): SaturateInput {
  const { carry } = input.conditions;
  if (carry.kind === 'window') {
    const { rows, scale } = input.arrivals;
    const first = Math.max(0, rows.length - carry.lags);
    return { ...input, arrivals: { rows: rows.slice(first), scale: scale.subarray(first) }, periods: 0 };
  }
  if (by.kind === 'numbers') return { ...input, arrivals: inAll(arriving, Float64Array.of(by.last)), periods: 0 };
  const parameter = rowOf(block, { row: uncertainOf(input.channel)! });
  const last = tableRow(block, by, by.last, parameter, arriving);
  return { ...input, arrivals: inAll(last, Float64Array.of(1)), periods: 0 };
}

/** One row in all periods. */
function inAll(row: Row, scale: Float64Array) {
  return { rows: Array<Row>(scale.length).fill(row), scale };
}

type Worths = readonly { readonly worth: Row; readonly to: Row }[];

function addPlain(input: SaturateInput, table: RuleTable, parameter: Row, worths: Worths, memory: UsedMemory): void {
  memory.reset();
  const value = memory.table(input.periods, input.count);
  saturate(input, value, memory.table(input.periods, input.count));
  for (const { worth, to } of worths) addNodes(table, parameter, value, worth, to);
}

/** The values of the nodes times their weights in each draw; `kernel/assembly/nodes.ts` does the same. */
function addNodes(
  { from, cellsPerUnit, cells, weights }: RuleTable,
  parameter: Row,
  value: readonly Row[],
  worth: Row,
  to: Row,
): void {
  for (let i = 0; i < to.length; i++) {
    const place = Math.min(Math.max((parameter[i]! - from) * cellsPerUnit, 0), cells);
    const cell = Math.min(Math.floor(place), cells - 1);
    const t = place - cell;
    let total = 0;
    let at = cell * value.length * 4;
    for (const row of value) {
      total += (weights[at]! + t * (weights[at + 1]! + t * (weights[at + 2]! + t * weights[at + 3]!))) * row[i]!;
      at += 4;
    }
    to[i] = to[i]! + worth[i]! * total;
  }
}

function addCompiled(kernel: Kernel, input: SaturateInput, table: RuleTable, parameter: Row, worths: Worths): void {
  kernel.release();
  const place = placing(kernel, input.count);
  const { value, saturate: saturateTile } = placeChannel(kernel, place, input, 'values');
  const { from, cellsPerUnit, cells } = table;
  const cubics = kernel.put(table.weights);
  const by = place.row(parameter);
  const placed = worths.map(({ worth, to }) => ({ worth: place.row(worth), total: place.total(to) }));
  for (const tile of place.tiles) {
    saturateTile(tile);
    for (const { worth, total } of placed) {
      kernel.code.addNodes(
        value,
        place.stride,
        tile.bytes,
        input.periods,
        by,
        from,
        cellsPerUnit,
        cubics,
        cells,
        worth,
        total.at,
        tile.offset,
      );
    }
  }
  for (const { total } of placed) total.back();
}
