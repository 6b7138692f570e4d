import type { Model } from '../domain.ts';
import type { Kernel } from '../kernel/kernel.ts';
import type { RowRoom } from '../kernel/row-room.ts';
import type { UsedMemory } from './block/memory.ts';
import type { PlanBox } from './block/plan-box.ts';
import type { Relaxation, KnownRelaxations } from './bounds/relaxation.ts';
import type { Conditions } from './conditions/conditions.ts';
import type { FigureInBlock } from './goal/figure-in-block.ts';
import type { ModelPart } from './model-parts.ts';
import type { Ruled } from './quadrature/ruled-values.ts';
import type { RepeatedWork, AskedRows, RowsOfPlans, AskedTallies } from './repeated.ts';
import type { Sampler } from './sample.ts';
import type { Tally } from './tally/tally.ts';

/** A model with its draws: what all chunks of a run share. Conditions are kept when `keep` says that they come again. */
export interface PreparedDraws {
  /** Relaxations within the last box asked for, by first draw of the block. */
  boxed: { readonly box: PlanBox; readonly byBlock: Map<number, Relaxation> } | undefined;
  /** What is known from that box and earlier ones, by first draw of the block. */
  readonly relaxations: Map<number, KnownRelaxations>;
  readonly model: Model;
  readonly sampler: Sampler;
  readonly kept: Map<number, Conditions> | undefined;
  /** Figures taken apart for kept conditions, by what they are. */
  readonly known: WeakMap<Conditions, Map<string, FigureInBlock>>;
  readonly memory: UsedMemory;
  /** Of the last range of draws of which tallies were asked for in passing, plan by plan. */
  readonly tallies: Tally[];
  /** Computes what plans bring; undefined where the host has none, and plain code with the same results does it. */
  readonly kernel: Kernel | undefined;
  /** Holds the rows of one block after the other or, where blocks are kept, of as many as it has room for. */
  readonly room: RowRoom | undefined;
  /** What was asked for last that can be repeated for other draws. */
  repeated: {
    readonly rows?: RepeatedWork<AskedRows, RowsOfPlans>;
    readonly tallies?: RepeatedWork<AskedTallies, void>;
  };
  /** Rules for the plans whose rows are asked for, and what uses them. */
  readonly ruled: Ruled | undefined;
  /** The model in parts, taken apart when first asked for. */
  readonly parts: () => readonly ModelPart[];
}
