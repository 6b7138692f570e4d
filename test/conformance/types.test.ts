/** The types of the library, as a program for Node sees them that has none of a browser and checks every library it uses. */
import { execFile } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { afterAll, expect, it } from 'vitest';

const root = fileURLToPath(new URL('../../', import.meta.url));
// Inside the project, so that its dependencies are found.
mkdirSync(`${root}node_modules/.cache`, { recursive: true });
const folder = mkdtempSync(`${root}node_modules/.cache/types-`);
afterAll(() => rmSync(folder, { recursive: true }));

const PROGRAM = `
import { optimize, readScenario, type Report } from './dist/index.js';
import { openNodeEngine } from './dist/node.js';

const engine = openNodeEngine();
const report: Report = await optimize(engine, readScenario(''), { seed: 'a' });
console.log(report.optimization?.status);
`;

/** What the compiler says. */
async function compiled(...args: readonly string[]): Promise<string> {
  const run = promisify(execFile)(process.execPath, [`${root}node_modules/typescript/bin/tsc`, ...args], { cwd: root });
  return run.then(
    ({ stdout }) => stdout,
    ({ stdout }: { readonly stdout: string }) => stdout,
  );
}

it('compile in a program for Node alone', { timeout: 120_000 }, async () => {
  const build = ['-p', 'tsconfig.build.json', '--emitDeclarationOnly', '--outDir', `${folder}/dist`];
  expect(await compiled(...build)).toBe('');
  writeFileSync(`${folder}/program.ts`, PROGRAM);
  const language = ['--strict', '--target', 'es2023', '--lib', 'es2023', '--types', 'node'];
  const modules = ['--module', 'nodenext', '--moduleResolution', 'nodenext'];
  expect(
    await compiled(
      '--ignoreConfig',
      '--noEmit',
      '--skipLibCheck',
      'false',
      ...language,
      ...modules,
      `${folder}/program.ts`,
    ),
  ).toBe('');
});
