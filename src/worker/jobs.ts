/** The engine's work as jobs for a pool: the same functions in this thread, in a Node worker and in a browser worker. */
import type { DrawRequest, Model, Plan } from '../domain.ts';
import type { Books, BooksRequest } from '../finance/books.ts';
import type { Kernel } from '../kernel/kernel.ts';
import { rememberedStreams } from '../random/remembered-streams.ts';
import {
  figureOfDraws,
  figuresOfPlan,
  prepareDraws,
  tallyPlans,
  type FigureAnswer,
  type WeightedDraws,
} from '../simulate/chunk.ts';
import { type PreparedDraws } from '../simulate/prepared-draws.ts';
import { type DrawRange } from '../simulate/draw-range.ts';
import { broughtBy, type Brought, type BroughtFigure } from '../simulate/summary/brought.ts';
import { profitByPeriod } from '../simulate/summary/course.ts';
import type { Layout } from '../simulate/summary/digest.ts';
import { judgedChunk, type Destination, type JudgedChunk } from '../simulate/summary/judged-chunk.ts';
import { drawsIn, layoutsOf, reduce, type Reducible } from '../simulate/summary/kept-series.ts';
import type { PlanBox } from '../simulate/block/plan-box.ts';
import { nextReturnsOfPlan } from '../simulate/next-returns-of-plan.ts';
import { rowsOfPlans } from '../simulate/plan-rows.ts';
import type { RulesOfPlans } from '../simulate/quadrature/ruled-values.ts';
import type { Figure } from '../simulate/goal/figure.ts';
import type { FigureSums } from '../simulate/goal/goal.ts';
import type { Pair } from '../simulate/summary/series.ts';
import type { SeriesFigures } from '../simulate/summary/series-figures.ts';
import type { Tally } from '../simulate/tally/tally.ts';
import type { LateCode } from './late-code.ts';
import { kernelRanking } from '../statistics/kernel-ranking.ts';
import { rankingMemory } from '../statistics/ranking-memory.ts';

/** What all chunks of a run share. */
export interface EnginePayload {
  readonly model: Model;
  readonly draws: DrawRequest;
  /** Whether the same draws will be asked for again, as in a search. */
  readonly keep: boolean;
  /** How many plans are asked about, in all of the draws once; left out where it is not known, or where more is asked. */
  readonly plans?: number;
  /** For plans whose figures are asked for draw by draw. */
  readonly rules?: RulesOfPlans;
}

export interface TallyRequest {
  readonly plans: readonly Plan[];
  readonly range: DrawRange;
}

/** The same chunk always writes the same draws to the same room, so that it may be done twice. */
export interface JudgeRequest extends TallyRequest, Destination {
  readonly pairs: readonly Pair[];
}

export interface BroughtRequest extends TallyRequest {
  readonly figure: BroughtFigure;
}

export interface RowsRequest extends TallyRequest {
  readonly figures: readonly Figure[];
}

/** A plan to be asked for figures in a range of draws. */
interface PlanInDraws {
  readonly plan: Plan;
  /** Channels whose fixed costs are paid. */
  readonly used: readonly boolean[];
  readonly range: DrawRange;
  /** Within it, curves are replaced by their concave envelopes. */
  readonly box?: PlanBox;
}

export interface FiguresRequest extends PlanInDraws {
  readonly figures: readonly Figure[];
  /** Figures that are wanted draw by draw as well. */
  readonly byDraw: readonly boolean[];
  /** By figure: how much each draw counts in its sums; all alike where nothing is given. */
  readonly weights?: readonly (Float64Array | undefined)[];
}

export interface NextReturnsRequest {
  readonly plan: Plan;
  readonly range: DrawRange;
}

export interface WeightedRequest extends PlanInDraws {
  readonly figure: Figure;
  readonly draws: WeightedDraws;
}

/**
 * The jobs, for one thread: it remembers what several runs have in common.
 *
 * @param late  code that few runs need
 */
export function engineJobs(late: LateCode) {
  const streamOf = rememberedStreams();
  /** A new kernel is 64 MB of memory, and collecting old ones took a third of the time of an edit. */
  const spare: Kernel[] = [];
  const ranking = rankingMemory();
  return {
    async prepare({ model, draws, keep, rules }: EnginePayload): Promise<PreparedDraws> {
      const add = rules && (await late.addRuled());
      const kernel = spare.pop();
      const ruled = rules && add && { rules, add };
      return prepareDraws(model, draws, keep, { streamOf, ...(ruled && { ruled }), ...(kernel && { kernel }) });
    },
    passes: ({ keep }: EnginePayload): boolean => !keep,
    forget({ kernel }: PreparedDraws): void {
      kernel?.reset();
      if (kernel !== undefined) spare.push(kernel);
    },
    kinds: {
      tally: {
        chunk: (prepared: PreparedDraws, { plans, range }: TallyRequest): readonly Tally[] =>
          tallyPlans(prepared, plans, range),
      },
      judge: {
        chunk: (prepared: PreparedDraws, { plans, pairs, range, ...destination }: JudgeRequest): JudgedChunk =>
          judgedChunk(prepared, plans, pairs, range, destination),
      },
      /** How to count further draws like these. */
      layOut: {
        chunk: (_: PreparedDraws, piece: Reducible): readonly Layout[] => layoutsOf(piece),
      },
      reduce: {
        chunk: ({ kernel }: PreparedDraws, piece: Reducible): readonly SeriesFigures[] =>
          reduce(piece, (kernel && kernelRanking(kernel, drawsIn(piece))) ?? ranking),
      },
      figures: {
        chunk: (prepared: PreparedDraws, request: FiguresRequest): readonly FigureAnswer[] =>
          figuresOfPlan(
            prepared,
            request.plan,
            request.used,
            request.figures,
            request.byDraw,
            request.range,
            request.box,
            request.weights,
          ),
      },
      /** Figures draw by draw, without derivatives. */
      rows: {
        chunk: (prepared: PreparedDraws, { plans, figures, range }: RowsRequest) =>
          rowsOfPlans(prepared, plans, figures, range),
      },
      weighted: {
        chunk: (prepared: PreparedDraws, request: WeightedRequest): FigureSums =>
          figureOfDraws(
            prepared,
            request.plan,
            request.used,
            request.figure,
            request.draws,
            request.range,
            request.box,
          ),
      },
      nextReturns: {
        chunk: (prepared: PreparedDraws, { plan, range }: NextReturnsRequest): readonly Float64Array[] =>
          nextReturnsOfPlan(prepared, plan, range),
      },
      course: {
        chunk: (prepared: PreparedDraws, { plans, range }: TallyRequest): readonly Float64Array[] =>
          profitByPeriod(prepared, plans, range),
      },
      /** One chunk is all of it. */
      books: {
        chunk: async (prepared: PreparedDraws, request: BooksRequest): Promise<Books> =>
          (await late.booksOf())(prepared, request),
      },
      brought: {
        chunk: (prepared: PreparedDraws, { plans, figure, range }: BroughtRequest): readonly Brought[] =>
          broughtBy(prepared, plans, figure, range),
      },
    },
  };
}

export type EngineJobs = ReturnType<typeof engineJobs>;
