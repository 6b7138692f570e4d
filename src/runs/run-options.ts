import type { Alignment, DrawMethod } from '../domain.ts';
import type { RunProgress } from './progress.ts';

export interface RunOptions {
  /** Any text; the same seed gives the same bits on any machine and with any number of workers. */
  readonly seed?: string;
  readonly method?: DrawMethod;
  /** What `aligned` draws are aligned with; that of the model when left out. */
  readonly alignment?: Alignment;
  /** Draws on which plans are judged; made up to 16 times a power of two. */
  readonly draws?: number;
  /** Stop as soon as the simulation error of mean profit is below this share of it, instead of at `draws`. */
  readonly precision?: number;
  /** Draws on which a plan is searched. */
  readonly searchDraws?: number;
  /** Relative gap at which a search stops. */
  readonly gap?: number;
  /** Names of the scenario's stresses to apply in every draw. */
  readonly stresses?: readonly string[];
  /** Tells how far each channel may move among plans that are nearly as good. */
  readonly ranges?: boolean;
  /** How nearly: the share of the goal that may be given up. */
  readonly within?: number;
  /** Searches the best plan again on so many fresh batches of draws, at least 2, to tell how far the plan is from the best. */
  readonly batches?: number;
  readonly onProgress?: (progress: RunProgress) => void;
  /** Ends the run, which throws `Cancelled`. */
  readonly signal?: AbortSignal;
  /**
   * Ends searching only: the best plan so far is judged and reported with its gap, and what else would be searched is left
   * out. Throws `Cancelled` when there is no plan yet.
   */
  readonly stop?: AbortSignal;
}
