import { execFileSync } from 'node:child_process';
import { copyFileSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { build, start } from './built.ts';

const EXAMPLE = fileURLToPath(new URL('../../scenarios/five-channels.yaml', import.meta.url));

describe('the program as one script', () => {
  let program: string;
  let copy: string;
  beforeAll(() => {
    program = build();
    const dist = dirname(dirname(program));
    copy = mkdtempSync(join(tmpdir(), 'apportion-script-'));
    writeFileSync(join(copy, 'package.json'), '{ "type": "module" }');
    for (const folder of ['cli', 'worker']) mkdirSync(join(copy, 'dist', folder), { recursive: true });
    for (const file of ['cli/main.js', 'cli/program.script.js', 'worker/script.js']) {
      copyFileSync(join(dist, file), join(copy, 'dist', file));
    }
  });
  afterAll(() => rmSync(copy, { recursive: true }));

  it('is read letter by letter as it was written', () => {
    const letters = readFileSync(join(dirname(program), 'program.script.js'));
    expect(letters.findIndex((letter) => letter > 127)).toBe(-1); // all others stand for several letters
    expect(letters.includes('\\u9884\\u7b97')).toBe(true); // 预算, budget
  });

  it('comes with code that this version of Node takes', () => {
    expect(hasCode(dirname(dirname(program)))).toBe('true');
  });

  it('says the same without code, and with code that does not fit', async () => {
    const command = ['check', EXAMPLE];
    const expected = await start(program, command);
    expect(expected.code).toBe(0);

    const copied = join(copy, 'dist/cli/main.js');
    expect(await start(copied, command)).toEqual(expected);

    const folder = dirname(program);
    const code = readdirSync(folder).find((name) => name.endsWith('.code'))!;
    const spoiled = readFileSync(join(folder, code));
    spoiled.fill(7, 0, 64); // of which V8 it is from, and for which text
    writeFileSync(join(copy, 'dist/cli', code), spoiled);
    expect(hasCode(join(copy, 'dist'))).toBe('false');
    expect(await start(copied, command)).toEqual(expected);
  });
});

/** What `hasCode` is where the program of a folder is opened. */
function hasCode(dist: string): string {
  const script = pathToFileURL(join(dist, 'worker/script.js')).href;
  const question = `import { openScript } from '${script}'; console.log(openScript().hasCode);`;
  return execFileSync(process.execPath, ['--input-type=module', '-e', question], { encoding: 'utf8' }).trim();
}
