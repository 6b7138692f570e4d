/**
 * Peak memory of `apportion simulate` by number of draws: `npm run bench -- memory`, or with numbers of draws after it. The
 * 8 × 12 scenario of the other benchmarks, two workers, in a process of its own; asked of Linux every quarter of a second.
 */
import { spawn } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { benchScenario } from './scenario.mjs';

const asked = process.argv.slice(3);
const folder = mkdtempSync(join(tmpdir(), 'apportion-memory-'));
const file = join(folder, 'scenario.yaml');
writeFileSync(file, benchScenario(8, 12));
const command = fileURLToPath(new URL('../dist/cli/main.js', import.meta.url));

/** Megabytes of a process at its largest so far; undefined once it is gone. */
function peakOf(pid) {
  try {
    const peak = /VmHWM:\s+(\d+)/.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))?.[1];
    return peak === undefined ? undefined : Number(peak) / 1024; // one that has just ended has no memory any more
  } catch {
    return undefined;
  }
}

function measure(draws) {
  const started = performance.now();
  const given = [
    'simulate',
    file,
    '--draws',
    draws,
    '--workers',
    '2',
    '--json',
    '--output',
    join(folder, 'report.json'),
  ];
  const child = spawn(process.execPath, [command, ...given], { stdio: 'ignore' });
  let megabytes = 0;
  const timer = setInterval(() => (megabytes = peakOf(child.pid) ?? megabytes), 250);
  return new Promise((resolve, reject) => {
    child.on('exit', (code) => {
      clearInterval(timer);
      if (code === 0) resolve({ megabytes, seconds: (performance.now() - started) / 1000 });
      else reject(new Error(`simulate ended with ${code}`));
    });
  });
}

try {
  for (const draws of asked.length > 0 ? asked : ['16384', '262144', '524288', '1048576']) {
    const { megabytes, seconds } = await measure(draws);
    console.log(
      `${Number(draws).toLocaleString('en-US').padStart(12)} draws  ${megabytes.toFixed(0).padStart(5)} MB  ${seconds.toFixed(1).padStart(6)} s`,
    );
  }
} finally {
  rmSync(folder, { recursive: true });
}
