/**
 * The program as one script, beside the code that V8 has made of it: nothing is looked for and compiled file by file, a fifth of
 * what a simulation took from the shell. `vite.cli.config.ts` has both made.
 */
import { existsSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { fileURLToPath } from 'node:url';
import { Script } from 'node:vm';

/** What can be asked of it; `program.ts` offers the same as a module. */
export interface Program {
  /** Does what the command line says, and sets the exit code. */
  runCommandLine(): Promise<void>;
  /** Answers questions of the thread that started this one. */
  answerParent(): Promise<void>;
}

export interface ProgramScript {
  readonly program: Program;
  /** Whether code was there that V8 could use. */
  readonly hasCode: boolean;
  /** The code of all functions that have run so far. */
  code(): Uint8Array;
}

const SCRIPT = new URL('../cli/program.script.js', import.meta.url);

/** Where code is kept that this version of Node can use. */
export const CODE = new URL(`../cli/program.${process.version}-${process.arch}.code`, import.meta.url);

/** Reads the script and runs what stands outside its functions; undefined where sources are compiled but not bundled. */
export function openScript(): ProgramScript | undefined {
  if (!existsSync(SCRIPT)) return undefined;
  const filename = fileURLToPath(SCRIPT);
  const cachedData = existsSync(CODE) ? readFileSync(CODE) : undefined;
  // V8 refuses code that does not fit the text or its own flags, and compiles the text.
  // It holds no other letters than those of ASCII, which need not be decoded.
  const script = new Script(readFileSync(SCRIPT, 'latin1'), { filename, ...(cachedData && { cachedData }) });
  const run = script.runInThisContext() as (exports: Program, require: NodeJS.Require, filename: string) => void;
  const program = {} as Program;
  run(program, createRequire(SCRIPT), filename);
  return { program, hasCode: script.cachedDataRejected === false, code: () => script.createCachedData() };
}
