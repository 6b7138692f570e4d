/** Checks texts in a worker: always the newest, never two at a time. */
import type { Reading } from './wire.ts';
import { openThread } from './thread.ts';

/** Milliseconds; the largest file that is read at all takes a tenth of it. */
const PATIENCE = 20_000;

export interface Reader {
  /** Checks `text` as soon as the check in progress is over; a text that waited before it is forgotten. */
  read(text: string): void;
}

/** @param onRead  called with every text that was checked, unless a newer one is waiting */
export function openReader(create: () => Worker, onRead: (text: string, reading: Reading) => void): Reader {
  let reading: string | undefined;
  let waiting: string | undefined;
  let watchdog: ReturnType<typeof setTimeout> | undefined;

  const thread = openThread<string, Reading>(create, {
    onMessage: (answer) => finish(answer),
    onDeath: (reason) => finish(unreadable(`the file could not be checked: ${reason}`)),
  });

  const begin = (text: string) => {
    reading = text;
    waiting = undefined;
    watchdog = setTimeout(() => {
      thread.stop();
      finish(unreadable(`the file could not be checked in ${PATIENCE / 1000} seconds`));
    }, PATIENCE);
    thread.post(text);
  };

  const finish = (answer: Reading) => {
    clearTimeout(watchdog);
    const text = reading!;
    reading = undefined;
    if (waiting === undefined) onRead(text, answer);
    else begin(waiting);
  };

  return {
    read(text) {
      if (reading === undefined) begin(text);
      else waiting = text;
    },
  };
}

function unreadable(message: string): Reading {
  return { issues: [{ severity: 'error', path: '', message }] };
}
