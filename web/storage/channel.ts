import type { Channel } from './keeper.ts';

/** A line between all tabs of this page; a silent one where the browser has none. */
export function openChannel(name: string): Channel {
  if (typeof BroadcastChannel === 'undefined') return { post: () => undefined, listen: () => undefined };
  const channel = new BroadcastChannel(name);
  return {
    post: (revision) => channel.postMessage(revision),
    listen: (heard) =>
      channel.addEventListener('message', ({ data }: MessageEvent<unknown>) => {
        if (typeof data === 'number') heard(data);
      }),
  };
}
