import { fstatSync, writeFileSync } from 'node:fs';
import { createColors } from 'picocolors';
import type { Paint } from '../report/text/paint.ts';
import { noPaint } from '../report/text/paint.ts';
import { asIssue } from './system.ts';

/** Columns of text that goes to a file or a pipe. */
const USUAL_WIDTH = 100;
const ROOM_OF_FILES = 140;

/** Where a command writes to. */
export interface Terminal {
  /** Columns of a report. */
  readonly width: number;
  /** Columns there are. */
  readonly room: number;
  /** Colours of what is printed; none when that goes to a file or a pipe. */
  readonly paint: Paint;
  /** Colours of what is told. */
  readonly paintTold: Paint;
  /** How it is told that the work goes on: on a line that is written over, on lines that stay, or not at all. */
  readonly progress: 'line' | 'lines' | 'none';
  /** Writes a result to standard output, all of it; a reader who has gone away is no error. */
  print(text: string | Uint8Array): Promise<void>;
  /** Writes a message to standard error. */
  tell(text: string): void;
}

/** The terminal of this process, with what its user wants of it. */
export function openTerminal({ colour, progress }: { colour: boolean; progress: boolean }): Terminal {
  const writtenOver = process.stderr.isTTY && process.env['TERM'] !== 'dumb';
  const wanted = colour && !process.env['NO_COLOR'] && process.env['TERM'] !== 'dumb';
  return {
    width: process.stdout.isTTY ? Math.min(USUAL_WIDTH, process.stdout.columns) : USUAL_WIDTH,
    room: process.stdout.isTTY ? process.stdout.columns : ROOM_OF_FILES,
    paint: wanted && process.stdout.isTTY ? coloured() : noPaint,
    paintTold: wanted && process.stderr.isTTY ? coloured() : noPaint,
    progress: !progress ? 'none' : writtenOver ? 'line' : 'lines',
    print: written,
    tell: (text) => void process.stderr.write(text),
  };
}

function coloured(): Paint {
  const { bold, dim, green, red, cyan } = createColors(true);
  const styles = { plain: String, strong: bold, faint: dim, good: green, bad: red, accent: cyan };
  return (style, text) => (text.trim() === '' ? text : styles[style](text));
}

const STDOUT = 1;

async function written(text: string | Uint8Array): Promise<void> {
  try {
    const target = fstatSync(STDOUT);
    if (target.isFile() || (target.isCharacterDevice() && !process.stdout.isTTY)) {
      // A stream would write a part to a full disk and say nothing.
      writeFileSync(STDOUT, text);
      return;
    }
    await new Promise<void>((resolve, reject) => {
      process.stdout.write(text, (error) => (error ? reject(error) : resolve()));
    });
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'EPIPE') return;
    throw asIssue(error, 'standard output', 'cannot be written');
  }
}
