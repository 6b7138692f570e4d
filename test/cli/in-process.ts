/** Runs commands in this process, so that many of them take little time. */
import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { commandLine } from '../../src/cli/command-line.ts';
import type { Call } from '../../src/cli/call.ts';
import type { InsteadOfFirst } from '../../src/cli/interruption.ts';
import type { Terminal } from '../../src/cli/terminal.ts';
import { noPaint } from '../../src/report/text/paint.ts';

export interface Said {
  readonly code: number;
  readonly out: string;
  readonly told: string;
}

export interface Differently {
  readonly terminal?: Partial<Terminal>;
  readonly call?: Call;
  readonly debug?: boolean;
  readonly signal?: AbortSignal;
  readonly insteadOfFirst?: InsteadOfFirst;
}

export async function run(args: readonly string[], differently: Differently = {}): Promise<Said> {
  let [out, told] = ['', ''];
  const terminal: Terminal = {
    width: 100,
    room: 140,
    paint: noPaint,
    paintTold: noPaint,
    progress: 'none',
    print: async (text) => {
      out += text;
    },
    tell: (text) => {
      told += text;
    },
    ...differently.terminal,
  };
  const { debug = false, signal = new AbortController().signal, insteadOfFirst } = differently;
  const code = await commandLine({
    args,
    terminal,
    ...(differently.call === undefined ? {} : { call: differently.call }),
    signal,
    ...(insteadOfFirst === undefined ? {} : { insteadOfFirst }),
    debug,
  });
  return { code, out, told };
}

/** A folder of its own, which the tests of a file are in from now on. */
export function enterFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), 'apportion-'));
  process.chdir(folder);
  return folder;
}

/** A scenario on which everything is quick. */
export const tiny = `apportion: 1
name: Tiny
currency: EUR
horizon: { periods: 2, unit: week }
budget: { total: 200 }
value: { orderValue: 100 }
channels:
  search: { label: 搜索, efficiency: 0.02 to 0.04, response: { curve: exponential, scale: 100 }, plan: 50 }
  social: { plan: 50, limits: { max: 60 }, efficiency: 0.02 to 0.03, response: { curve: exponential, scale: 80 } }
stresses:
  dearer: { label: Search is dearer, multiply: { search.demand: 0.8 } }
`;

/** Options with which a run of the tiny scenario takes no time to speak of. */
export const quick = ['--draws', '256', '--workers', '0'] as const;
