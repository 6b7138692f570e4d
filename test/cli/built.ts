/** The compiled program, as its users start it. */
import { execFileSync, spawn, type ChildProcess } from 'node:child_process';
import { createHash } from 'node:crypto';
import {
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { fileURLToPath } from 'node:url';

/** Milliseconds after which a build of other sources is cleared away: six hours. */
const FORGOTTEN = 6 * 3_600_000;

const root = fileURLToPath(new URL('../../', import.meta.url));

/** Builds the program as users get it, unless that was done for its sources as they are now, and gives its path. */
export function build(): string {
  const hash = createHash('sha256');
  const sources = readdirSync(`${root}src`, { recursive: true, encoding: 'utf8' }).map((name) => `src/${name}`);
  for (const name of [...sources.sort(), 'package.json', 'vite.cli.config.ts', 'test/cli/built.ts']) {
    if (!name.startsWith('src/') || name.endsWith('.ts')) hash.update(name).update(readFileSync(root + name));
  }
  const cache = `${root}node_modules/.cache/`;
  const name = `cli-${hash.digest('hex').slice(0, 16)}`;
  const program = `${cache}${name}/dist/cli/main.js`;
  if (existsSync(program)) return program;
  mkdirSync(cache, { recursive: true });
  for (const old of readdirSync(cache)) {
    // Others may be building, or be at work with what they built.
    const isForgotten = old.startsWith('cli-') && Date.now() - statSync(cache + old).mtimeMs > FORGOTTEN;
    if (isForgotten) rmSync(cache + old, { recursive: true, force: true });
  }
  const fresh = `${cache}${name}-${process.pid}`;
  mkdirSync(fresh);
  const exports = { '.': './dist/index.js', './node': './dist/node.js' };
  writeFileSync(`${fresh}/package.json`, JSON.stringify({ name: 'apportion', type: 'module', exports }));
  symlinkSync(`${root}scenarios`, `${fresh}/scenarios`);
  const tsc = `${root}node_modules/typescript/bin/tsc`;
  execFileSync(process.execPath, [tsc, '-p', `${root}tsconfig.build.json`, '--outDir', `${fresh}/dist`]);
  const vite = `${root}node_modules/vite/bin/vite.js`;
  const bundle = ['build', '-c', 'vite.cli.config.ts', '--outDir', `${fresh}/dist`, '--logLevel', 'warn'];
  execFileSync(process.execPath, [vite, ...bundle], { cwd: root, env: { ...process.env, NODE_ENV: 'production' } });
  try {
    renameSync(fresh, cache + name);
  } catch (error) {
    if (!existsSync(program)) throw error;
    rmSync(fresh, { recursive: true }); // another process was done with the same a moment before
  }
  return program;
}

export interface Ended {
  readonly code: number | null;
  readonly signal: NodeJS.Signals | null;
  readonly out: string;
  readonly told: string;
}

export interface Start {
  /** Folder to run in. */
  readonly folder?: string;
  /** What standard input holds; `open` for one that never ends. */
  readonly input?: string;
  readonly env?: Readonly<Record<string, string>>;
  /** Where standard output goes; into `out` when left out. */
  readonly output?: number;
  /** Lets it tell of its progress, which a busy machine does and an idle one not. */
  readonly progress?: true;
  /** Receives the running process. */
  readonly running?: (child: ChildProcess) => void;
}

/** Runs the program to its end. */
export function start(program: string, args: readonly string[], options: Start = {}): Promise<Ended> {
  const child = spawn(process.execPath, [program, ...args, ...(options.progress ? [] : ['--no-progress'])], {
    cwd: options.folder,
    // In English, whatever the machine speaks.
    env: { ...process.env, LC_ALL: 'C', ...options.env },
    stdio: ['pipe', options.output ?? 'pipe', 'pipe'],
  });
  const [out, told]: [Buffer[], Buffer[]] = [[], []];
  child.stdout?.on('data', (chunk: Buffer) => out.push(chunk));
  child.stderr!.on('data', (chunk: Buffer) => told.push(chunk));
  // The program may end before it has read everything.
  child.stdin!.on('error', () => undefined);
  if (options.input !== 'open') child.stdin!.end(options.input ?? '');
  options.running?.(child);
  return new Promise((resolve, reject) => {
    child.on('error', reject);
    child.on('close', (code, signal) =>
      resolve({ code, signal, out: Buffer.concat(out).toString(), told: Buffer.concat(told).toString() }),
    );
  });
}
