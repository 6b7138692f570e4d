import { rememberedLearning, type Learning } from './pilot/learning.ts';
import { rememberedParts } from './schema/parts.ts';
import { rememberedPieces } from './text/piecewise.ts';

/** What was read before, for who reads a text again after every edit of it. What comes of a text does not depend on it. */
export interface ReadingMemory {
  readonly pieces: ReturnType<typeof rememberedPieces>;
  readonly parts: ReturnType<typeof rememberedParts>;
  readonly learning: Learning;
}

export function readingMemory(): ReadingMemory {
  return { pieces: rememberedPieces(), parts: rememberedParts(), learning: rememberedLearning() };
}
