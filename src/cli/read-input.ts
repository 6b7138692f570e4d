import { readFileSync, statSync } from 'node:fs';
import { withFile } from './system.ts';

/** Stands for standard input where a file is asked for. */
const STDIN = '-';
const STDIN_NAME = 'standard input';

/** Bytes; a scenario of the largest size is read with room to spare, and a wrong file does not fill the memory. */
const MOST_BYTES = 32 * 1024 * 1024;

/**
 * The text of a file, or of standard input for `-`. What is not UTF-8 shows as U+FFFD, which the reader refuses.
 *
 * @throws ScenarioError  when the system refuses
 */
export async function readInput(file: string): Promise<string> {
  return file === STDIN ? readStandardInput() : readFile(file);
}

export function readFile(file: string): string {
  return decoded(readBytes(file));
}

/**
 * The bytes of a file, for those whose encoding is not known.
 *
 * @throws ScenarioError  when the system refuses
 */
export function readBytes(file: string): Uint8Array {
  return withFile(file, 'cannot be read', () => {
    if (statSync(file).size > MOST_BYTES) throw tooLarge();
    return readFileSync(file);
  });
}

/** The name of an input in messages. */
export function inputName(file: string): string {
  return file === STDIN ? STDIN_NAME : file;
}

/** Chunk by chunk, so that Ctrl-C is heard in between. */
async function readStandardInput(): Promise<string> {
  const chunks: Uint8Array[] = [];
  let bytes = 0;
  for await (const chunk of process.stdin as AsyncIterable<Uint8Array>) {
    chunks.push(chunk);
    bytes += chunk.length;
    if (bytes > MOST_BYTES) {
      withFile(STDIN_NAME, 'cannot be read', () => {
        throw tooLarge();
      });
    }
  }
  return decoded(Buffer.concat(chunks));
}

function tooLarge(): Error {
  return Object.assign(new Error(), { code: 'ERR_FS_FILE_TOO_LARGE' });
}

function decoded(bytes: Uint8Array): string {
  return new TextDecoder().decode(bytes);
}
