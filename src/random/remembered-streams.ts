import { pointStream, type PointStream } from './points.ts';

/** Streams take some 2 KB each. */
const MOST_STREAMS = 2000;

/**
 * `pointStream`, with each stream made once: which draws an assumption has depends on its id and not on what is believed
 * of it, so an edit of a scenario needs none of them anew.
 */
export function rememberedStreams(): typeof pointStream {
  const known = new Map<string, PointStream>();
  return (key, method, id) => {
    const name = JSON.stringify([...key, method, id]);
    let stream = known.get(name);
    if (stream === undefined) {
      if (known.size === MOST_STREAMS) known.clear();
      known.set(name, (stream = pointStream(key, method, id)));
    }
    return stream;
  };
}
