import { describe, expect, it } from 'vitest';
import { keyOf } from '../../src/random/key.ts';
import { pointStream } from '../../src/random/points.ts';
import { rememberedStreams } from '../../src/random/remembered-streams.ts';

describe('remembered streams', () => {
  it('are those that would be made anew, for every seed, method and assumption', () => {
    const streamOf = rememberedStreams();
    for (let again = 0; again < 2; again++) {
      for (const seed of ['one', 'another']) {
        for (const method of ['sobol', 'latin', 'plain'] as const) {
          for (const id of ['channels.search.price.cpc', 'channels.social.price.cpc']) {
            expect(streamOf(keyOf(seed), method, id)).toStrictEqual(pointStream(keyOf(seed), method, id));
          }
        }
      }
    }
  });

  it('are made anew for more draws, and serve those who want fewer', () => {
    const streamOf = rememberedStreams();
    const [key, id] = [keyOf('seed'), 'channels.search.price.cpc'];
    streamOf(key, 'sobol', id, 256);
    const long = streamOf(key, 'sobol', id, 4096);
    expect(long).toStrictEqual(pointStream(key, 'sobol', id, 4096));
    expect(streamOf(key, 'sobol', id, 512)).toBe(long);
  });

  it('are made once', () => {
    const streamOf = rememberedStreams();
    const first = streamOf(keyOf('seed'), 'sobol', 'channels.search.price.cpc');
    expect(streamOf(keyOf('seed'), 'sobol', 'channels.search.price.cpc')).toBe(first);
    // More than are kept begin from nothing, with the same draws.
    for (let k = 0; k < 2001; k++) streamOf(keyOf('seed'), 'plain', `assumptions.a${k}`);
    expect(streamOf(keyOf('seed'), 'sobol', 'channels.search.price.cpc')).toStrictEqual(first);
  });
});
