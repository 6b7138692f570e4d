import type { DrawRequest, Model } from '../../domain.ts';
import type { RunOptions } from '../run-options.ts';
import type { Engine } from '../engine.ts';
import type { SearchGround } from '../search.ts';
import type { EnginePayload } from '../../worker/jobs.ts';
import { worldText } from './world.ts';

/** The draws of one world, on the engine's workers. */
export interface World {
  /** By whether conditions are kept: those of the first draws are, as far as they fit. */
  readonly near: Draws;
  readonly far: Draws;
  /** Draws whose conditions are kept: a multiple of every look that fits, or all of a smaller one. */
  readonly kept: number;
  /** Made when first asked for: a look needs none, nor the code of searches. */
  ground(): Promise<SearchGround>;
  /** Nobody will ask for it again: what workers hold of it is free for the next, which saves making 64 MB of memory and collecting it. */
  end(): void;
}

export interface Draws {
  readonly key: string;
  readonly payload: EnginePayload;
}

/** Numbers that the conditions of a world may hold, by channel, period and draw: some 50 MB. */
const MOST_CELLS = 4_000_000;

/** An edit taken back finds its draws again. */
const MOST_WORLDS = 2;

/**
 * Worlds by what their draws depend on, so that a changed budget, plan, limit or goal meets the draws that are there.
 *
 * @param options  which draws plans are searched on
 */
export function knownWorlds(
  engine: Engine,
  draws: DrawRequest,
  options: RunOptions,
): (models: readonly Model[]) => World {
  /** The one used longest ago first. */
  const known = new Map<string, World>();
  return (models) => {
    const text = worldText(models);
    const world = known.get(text) ?? newWorld(engine, draws, options, models);
    known.delete(text);
    known.set(text, world);
    for (const [oldest, { end }] of known) {
      if (known.size <= MOST_WORLDS) break;
      known.delete(oldest);
      end();
    }
    return world;
  };
}

function newWorld(engine: Engine, draws: DrawRequest, options: RunOptions, models: readonly Model[]): World {
  const model = models[0]!;
  const keys: string[] = [];
  const newKey = () => {
    const key = engine.newKey();
    keys.push(key);
    return key;
  };
  let ground: Promise<SearchGround> | undefined;
  const drawn = (keep: boolean): Draws => ({ key: newKey(), payload: { model, draws, keep } });
  return {
    near: drawn(true),
    far: drawn(false),
    kept: Math.floor(MOST_CELLS / (model.channels.length * (model.periods + model.tail))),
    ground: () =>
      (ground ??= import('../search.ts').then(({ searchGround }) =>
        searchGround({ ...engine, newKey }, models, options),
      )),
    end() {
      for (const key of keys) engine.pool.end(key);
    },
  };
}
