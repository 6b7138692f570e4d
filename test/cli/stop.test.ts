/** A search that is stopped by Ctrl-C or by a time limit ends with a plan. */
import { writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { beforeAll, describe, expect, it } from 'vitest';
import { build, start } from './built.ts';
import { enterFolder, quick, run, tiny } from './in-process.ts';

const retail = fileURLToPath(new URL('../../scenarios/retail-year.yaml', import.meta.url));
const STOPPED = 'Stopped: the best plan so far is judged. Ctrl-C again leaves.\n';

let program: string;

beforeAll(() => {
  program = build();
  enterFolder();
  writeFileSync('tiny.yaml', tiny);
});

interface Shown {
  readonly optimization: { readonly status: string; readonly gap: number };
  readonly stopped?: { readonly missesTargets: boolean };
}

describe('a time limit', () => {
  it('of a second on a year in twelve channels ends with a plan and its gap, and says that it was stopped', async () => {
    const args = ['optimize', retail, '--time-limit', '1', '--draws', '1024', '--json'];
    const { code, out, told } = await start(program, args);
    expect(told).toBe('');
    const { optimization, stopped } = JSON.parse(out) as Shown;
    expect(optimization.status).toBe('best found');
    expect(optimization.gap).toBeGreaterThan(5e-4);
    // How far it comes in a second is up to the machine.
    expect(code).toBe(stopped!.missesTargets ? 1 : 0);
  });

  it('that is not reached changes nothing', async () => {
    const args = ['optimize', 'tiny.yaml', '--json', ...quick];
    const [usual, limited] = [await run(args), await run([...args, '--time-limit', '600'])];
    expect(limited).toEqual(usual);
  });

  it.each(['0', '1.5', 'soon'])('of %s is refused', async (text) => {
    expect((await run(['optimize', 'tiny.yaml', '--time-limit', text])).code).toBe(2);
  });
});

describe('Ctrl-C', () => {
  /** As if it were pressed when the search begins. */
  const atOnce = (act: () => void) => {
    act();
    return () => undefined;
  };

  it.each([['optimize'], ['frontier'], ['replan', '--after', '1']])(
    'stops the search of %s, which has a plan',
    async (...command) => {
      const [name = '', ...more] = command;
      const { code, out, told } = await run([name, 'tiny.yaml', ...more, ...quick], { insteadOfFirst: atOnce });
      expect([code, told]).toEqual([0, STOPPED]);
      expect(out).toContain('The search was stopped: ');
    },
  );

  it('ends with 1 where no plan was found yet that reaches the targets', async () => {
    // All in the risky one earns most on average and has 2 customers in about half of all draws.
    const far = `apportion: 1
name: Far
currency: EUR
horizon: { periods: 1, unit: week }
budget: { total: 100 }
value: { orderValue: 100 }
channels:
  sure: { efficiency: 0.04, response: { curve: exponential, scale: 100 }, plan: 0 }
  risky: { efficiency: 0.005 to 0.3, response: { curve: exponential, scale: 100 }, plan: 100 }
targets: [{ metric: customers, atLeast: 2, probability: 90% }]
`;
    writeFileSync('far.yaml', far);
    const stopped = await run(['optimize', 'far.yaml', ...quick], { insteadOfFirst: atOnce });
    expect(stopped.out.replaceAll(/\s+/g, ' ')).toContain('This one does not reach all targets yet.');
    expect(stopped.code).toBe(1);
    expect((await run(['optimize', 'far.yaml', ...quick])).code).toBe(0);
  });

  it('is not kept from a simulation, nor from the judging of what was found', async () => {
    let kept = 0;
    const counting = () => {
      kept += 1;
      return () => void (kept -= 1);
    };
    await run(['simulate', 'tiny.yaml', ...quick], { insteadOfFirst: counting });
    expect(kept).toBe(0);
    const atJudging: number[] = [];
    const tell = (text: string) => {
      if (text.includes('Judging')) atJudging.push(kept);
    };
    await run(['optimize', 'tiny.yaml', '--draws', '512k', '--workers', '0'], {
      insteadOfFirst: counting,
      terminal: { progress: 'line', tell },
    });
    expect(atJudging.length).toBeGreaterThan(0);
    expect(Math.max(...atJudging)).toBeLessThanOrEqual(0);
  });

  it('once ends the search of the program itself with a plan, and twice the program', async () => {
    // A proof to so small a gap takes minutes; what is told on a pipe after ten seconds says that the search is on.
    const endless = ['--search-draws', '4096', '--gap', '0.00001%'];
    const args = ['optimize', retail, '--draws', '1024', ...endless, '--json'];
    const pressed = (times: number) =>
      start(program, args, {
        progress: true,
        running(child) {
          const signs = ['Searching: ', STOPPED].slice(0, times);
          let told = '';
          child.stderr!.on('data', (chunk: Buffer) => {
            told += chunk.toString();
            while (signs.length > 0 && told.includes(signs[0]!)) {
              signs.shift();
              child.kill('SIGINT');
            }
          });
        },
      });
    const [once, twice] = await Promise.all([pressed(1), pressed(2)]);
    expect([once.code, once.told]).toEqual([0, expect.stringContaining(STOPPED)]);
    expect((JSON.parse(once.out) as Shown).stopped).toEqual({ missesTargets: false });
    expect([twice.code, twice.out, twice.told]).toEqual([130, '', expect.stringContaining(STOPPED)]);
  });
});
