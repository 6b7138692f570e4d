import { execFileSync } from 'node:child_process';
import { afterAll, afterEach, beforeAll, describe, expect, it, vi } from 'vitest';
import { Cancelled, ScenarioError } from '../../src/errors.ts';
import type { Spawn } from '../../src/worker/line.ts';
import { nodeSpawn } from '../../src/worker/node.ts';
import { openPool, type Pool, type PoolOptions } from '../../src/worker/pool.ts';
import { compile, type Compiled } from './compile.ts';
import { testJobs } from './jobs.ts';

type TestPool = Pool<typeof testJobs>;

let compiled: Compiled;
const pools: TestPool[] = [];
/** Threads started and not yet gone. */
let alive = 0;

beforeAll(() => {
  compiled = compile();
});
afterAll(() => compiled.remove());
afterEach(async () => {
  vi.useRealTimers();
  await Promise.all(pools.splice(0).map((pool) => pool.close()));
  expect(alive).toBe(0);
});

function counted(spawn: Spawn): Spawn {
  return (died) => {
    const thread = spawn(died);
    alive += 1;
    const terminate = async () => {
      await thread.terminate();
      alive -= 1;
    };
    return { ...thread, terminate };
  };
}

function open(size: number, options: Partial<PoolOptions<typeof testJobs>> = {}): TestPool {
  const spawn = counted(options.spawn ?? nodeSpawn(compiled.entry));
  const pool = openPool({ size, jobs: () => testJobs, ...options, spawn });
  pools.push(pool);
  return pool;
}

const shared = { key: 'factor 1', payload: { factor: 1 } };

function sums(chunks: number, ms: (index: number) => number = () => 0) {
  const requests = Array.from({ length: chunks }, (_, index) => ({ first: index * 100, count: 100, ms: ms(index) }));
  return { kind: 'sums', ...shared, requests } as const;
}

interface Sums {
  readonly sums: Float64Array;
}

function attempts(deaths: number) {
  return { attempts: new Int32Array(new SharedArrayBuffer(4)), deaths };
}

const thrownBy = (run: Promise<unknown>): Promise<unknown> =>
  run.then(
    () => expect.fail('did not reject'),
    (error: unknown) => error,
  );

describe('answers', () => {
  it('come in the order of the chunks and are the same bits for any number of workers', async () => {
    // Durations jump between 0 and 6 ms, so that chunks end out of order.
    const job = sums(24, (index) => (index * 5) % 7);
    const expected = job.requests.map(({ first, count }) => {
      let sum = 0;
      return Array.from({ length: count }, (_, i) => (sum += 1 / (first + i + 1)));
    });
    for (const size of [0, 1, 2, 4]) {
      const answers = await open(size).run(job);
      expect(answers.map((answer) => [...answer.sums])).toStrictEqual(expected);
    }
  });

  it('are copied: a worker that hands over buffers slows down', async () => {
    const pool = open(1);
    const [answer] = await pool.run(sums(1));
    expect(answer?.sums.length).toBe(100);
    expect(await pool.run({ kind: 'lengthLeft', ...shared, requests: [undefined] })).toStrictEqual([100]);
  });

  it('keep maps, typed arrays and special numbers', async () => {
    const requests = [new Map([['a', new Float32Array([1, -0, NaN, Infinity])]]), undefined, null, { deep: [[1n]] }];
    for (const size of [0, 1]) {
      expect(await open(size).run({ kind: 'echo', ...shared, requests })).toStrictEqual(requests);
    }
  });

  it('are taken one by one in the order of the chunks, and then not kept', async () => {
    const job = sums(24, (index) => (index * 5) % 7);
    for (const size of [0, 1, 3]) {
      const taken: number[] = [];
      const kept = await open(size).run(job, {
        onAnswer: ({ sums: [first] }, index) => {
          expect(first).toBe(1 / (index * 100 + 1));
          taken.push(index);
        },
      });
      expect(taken).toStrictEqual(Array.from({ length: 24 }, (_, index) => index));
      expect(kept).toStrictEqual([]);
    }
  });

  it('are taken while the next chunk is worked on', async () => {
    let sent = 0;
    const spawn: Spawn = (died) => {
      const thread = nodeSpawn(compiled.entry)(died);
      const { endpoint } = thread;
      const postMessage: typeof endpoint.postMessage = (message, transfer) => {
        sent += 1;
        endpoint.postMessage(message, transfer);
      };
      return { ...thread, endpoint: { ...endpoint, postMessage } };
    };
    const pool = open(1, { spawn });
    await pool.run(sums(1)); // so that the worker is prepared
    const before = sent;
    const sentBy: number[] = [];
    await pool.run(sums(4), { onAnswer: () => sentBy.push(sent - before) });
    expect(sentBy).toStrictEqual([2, 3, 4, 4]);
  });

  it('end the run when they cannot be taken', async () => {
    const refuse = () => {
      throw new Error('no room');
    };
    const pool = open(2);
    await expect(pool.run(sums(8), { onAnswer: refuse })).rejects.toThrow('no room');
    expect(await pool.run(sums(2))).toHaveLength(2);
  });

  it('may be asked for one by one, each question made when its turn comes', async () => {
    let made = 0;
    let answered = 0;
    const size = 2;
    const requests = {
      length: 12,
      *[Symbol.iterator]() {
        for (; made < 12; made++) {
          expect(made - answered).toBeLessThanOrEqual(size);
          yield made;
        }
      },
    };
    const onProgress = () => (answered += 1);
    expect(await open(size).run({ kind: 'echo', ...shared, requests }, { onProgress })).toHaveLength(12);
  });

  it('of no chunks are none', async () => {
    expect(await open(1).run(sums(0))).toStrictEqual([]);
  });
});

describe('what chunks share', () => {
  it('is prepared once per worker and key', async () => {
    const pool = open(2);
    const one = () => pool.run({ kind: 'identity', ...shared, requests: [5, 5, 5, 5, 5, 5] });
    const answers = [...(await one()), ...(await one())];
    expect(new Set(answers.map(({ thread }) => thread)).size).toBe(2);
    expect(new Set(answers.map(({ preparation }) => preparation))).toStrictEqual(new Set([1]));
  });

  it('is dropped when eight other keys were used since, and prepared again', async () => {
    const pool = open(1);
    const preparations = [];
    for (const factor of [1, 2, 3, 4, 5, 6, 7, 8, 1, 9, 1, 2]) {
      const [answer] = await pool.run({ kind: 'identity', key: `${factor}`, payload: { factor }, requests: [0] });
      expect(answer?.factor).toBe(factor);
      preparations.push(answer?.preparation);
    }
    // 9 takes the place of 2, because 1 was used after it.
    expect(preparations).toStrictEqual([1, 2, 3, 4, 5, 6, 7, 8, 1, 9, 1, 10]);
  });

  it('makes room first where its key has ended', async () => {
    for (const size of [0, 1]) {
      const pool = open(size);
      const preparationOf = async (factor: number) => {
        const [answer] = await pool.run({ kind: 'identity', key: `${factor}`, payload: { factor }, requests: [0] });
        return answer!.preparation;
      };
      const first = await preparationOf(1);
      for (const factor of [2, 3, 4, 5, 6, 7, 8]) await preparationOf(factor);
      pool.end('5');
      // 9 takes the place of 5 instead of that of 1, which was used longest ago.
      expect(await preparationOf(9)).toBe(first + 8);
      expect(await preparationOf(1)).toBe(first);
      expect(await preparationOf(5)).toBe(first + 9);
    }
  });

  it('rejects the run when it cannot be prepared', async () => {
    for (const size of [0, 1]) {
      const run = open(size).run({ kind: 'identity', key: 'bad', payload: { factor: 0 }, requests: [0] });
      await expect(run).rejects.toThrow('the factor is 0');
    }
  });
});

describe('progress', () => {
  it('counts chunk by chunk up to the total', async () => {
    for (const size of [0, 1, 3]) {
      const seen: number[] = [];
      const onProgress = ({ done, total }: { done: number; total: number }) => {
        expect(total).toBe(10);
        seen.push(done);
      };
      await open(size).run(
        sums(10, (index) => index % 3),
        { onProgress },
      );
      expect(seen).toStrictEqual([1, 2, 3, 4, 5, 6, 7, 8, 9, 10]);
    }
  });

  it('that throws ends the run', async () => {
    const onProgress = () => {
      throw new Error('no screen');
    };
    await expect(open(1).run(sums(3), { onProgress })).rejects.toThrow('no screen');
  });
});

describe('cancel', () => {
  it('rejects at once, frees a thread that would never end, and leaves the pool usable', async () => {
    const pool = open(2);
    await pool.run(sums(8));
    const stands = standTime();
    const abort = new AbortController();
    const run = thrownBy(
      pool.run({ kind: 'hangs', ...shared, requests: [undefined, undefined, undefined] }, { signal: abort.signal }),
    );
    abort.abort();
    expect(await run).toBeInstanceOf(Cancelled);
    stands.pass(50);
    expect((await pool.run(sums(8))).length).toBe(8);
    await expect.poll(() => alive).toBe(2); // the two that hung are gone, two others took their place
  });

  it('lets a short chunk end, so that its worker need not be replaced', async () => {
    const pool = open(1);
    const [before] = await pool.run({ kind: 'identity', ...shared, requests: [0] });
    standTime(); // however long the chunk takes on a busy machine, its grace lasts
    const abort = new AbortController();
    const run = thrownBy(
      pool.run(
        sums(100, () => 10),
        { signal: abort.signal, onProgress: () => void setImmediate(() => abort.abort()) },
      ),
    );
    expect(await run).toBeInstanceOf(Cancelled);
    const [after] = await pool.run({ kind: 'identity', ...shared, requests: [0] });
    expect(after).toStrictEqual(before);
  });

  it('never hits the run that comes next, even when a chunk fails after the cancel', async () => {
    const pool = open(2);
    const long = sums(4, () => 60);
    await pool.run(long);
    const abort = new AbortController();
    const requests = [
      { first: 0, count: -1, ms: 15 }, // no array has that length
      { first: 0, count: 1, ms: 30 },
    ];
    const run = thrownBy(pool.run({ kind: 'sums', ...shared, requests }, { signal: abort.signal }));
    await later(5);
    abort.abort();
    expect(await run).toBeInstanceOf(Cancelled);
    expect((await pool.run(long)).length).toBe(4);
  });

  it('stops between chunks in this thread', async () => {
    const abort = new AbortController();
    let last = 0;
    const onProgress = ({ done }: { readonly done: number }) => {
      last = done;
      if (done === 3) setImmediate(() => abort.abort());
    };
    const run = open(0).run(
      sums(100, () => 5),
      { signal: abort.signal, onProgress },
    );
    expect(await thrownBy(run)).toBeInstanceOf(Cancelled);
    expect(last).toBeGreaterThanOrEqual(3);
    const atCancel = last;
    await later(30);
    expect(last).toBe(atCancel);
    expect(atCancel).toBeLessThan(100);
  });

  it('before the start does nothing', async () => {
    for (const size of [0, 1]) {
      const run = open(size).run(sums(2), { signal: AbortSignal.abort() });
      expect(await thrownBy(run)).toBeInstanceOf(Cancelled);
    }
  });

  it('of one run leaves another at the same time alone', async () => {
    const pool = open(2);
    const abort = new AbortController();
    const stopped = thrownBy(
      pool.run(
        sums(50, () => 4),
        { signal: abort.signal },
      ),
    );
    const other = pool.run(sums(20, () => 4));
    await later(20);
    abort.abort();
    expect(await stopped).toBeInstanceOf(Cancelled);
    expect((await other).length).toBe(20);
  });
});

describe('failure', () => {
  it('of a chunk keeps name, message and stack', async () => {
    for (const size of [0, 1]) {
      const error = await thrownBy(open(size).run({ kind: 'throws', ...shared, requests: ['half a week'] }));
      expect(error).toBeInstanceOf(Error);
      expect(error).toMatchObject({ name: 'RangeError', message: 'half a week' });
      expect((error as Error).stack).toMatch(/RangeError: half a week\n.*jobs\.(js|ts)/);
    }
  });

  it('by bad input is a ScenarioError with its issues', async () => {
    for (const size of [0, 1]) {
      const error = await thrownBy(open(size).run({ kind: 'rejectsInput', ...shared, requests: [undefined] }));
      expect(error).toBeInstanceOf(ScenarioError);
      expect((error as ScenarioError).issues).toStrictEqual([
        { severity: 'error', path: 'budget', message: 'must be 1 or more', line: 3 },
      ]);
    }
  });

  it('that is no Error becomes one', async () => {
    const error = await thrownBy(open(1).run({ kind: 'throwsText', ...shared, requests: [undefined] }));
    expect(error).toMatchObject({ name: 'Error', message: 'just text' });
  });

  it('of one chunk stops the others, even one that would never end', async () => {
    const pool = open(2);
    await expect(pool.run({ kind: 'hangs', ...shared, requests: [undefined, 'no'] })).rejects.toThrow('no');
    const answers = await pool.run({ kind: 'identity', ...shared, requests: [200, 200] });
    expect(new Set(answers.map(({ thread }) => thread)).size).toBe(2);
  });

  it('to send a request or an answer says so', async () => {
    const pool = open(1);
    await expect(pool.run({ kind: 'unsendable', ...shared, requests: [undefined] })).rejects.toThrow('Unserializable');
    const request = () => 0;
    await expect(pool.run({ kind: 'echo', ...shared, requests: [request] })).rejects.toThrow('could not be cloned');
    expect(await pool.run({ kind: 'echo', ...shared, requests: [1] })).toStrictEqual([1]);
  });
});

describe('death of a worker', () => {
  it('is survived by doing its chunk again', async () => {
    const request = attempts(1);
    const answers = await open(2).run({ kind: 'exits', ...shared, requests: [request, request, request] });
    expect(answers).toStrictEqual(['survived', 'survived', 'survived']);
    expect(request.attempts[0]).toBe(4);
  });

  it('rejects when it happens twice, says why, and leaves the pool usable', async () => {
    const pool = open(1);
    const request = attempts(2);
    await expect(pool.run({ kind: 'exits', ...shared, requests: [request] })).rejects.toThrow(
      'Chunk 1 of 1 of the job "exits" failed twice: a worker stopped (exit code 3).',
    );
    expect(request.attempts[0]).toBe(2);
    expect(await pool.run({ kind: 'echo', ...shared, requests: [1] })).toStrictEqual([1]);
  });

  it('by an error outside an answer is reported', async () => {
    const run = open(1).run({ kind: 'throwsOutside', ...shared, requests: [undefined] });
    await expect(run).rejects.toThrow('failed twice: a worker stopped (thrown outside)');
  });

  it('by memory is its own only', async () => {
    const spawn = nodeSpawn(compiled.entry, { maxOldGenerationSizeMb: 16 });
    const pool = open(1, { spawn });
    await expect(pool.run({ kind: 'fillsMemory', ...shared, requests: [undefined] })).rejects.toThrow(
      'a worker stopped (Worker terminated due to reaching memory limit: JS heap out of memory)',
    );
  });

  it('at the start is reported, whether the script is missing or the host refuses', async () => {
    const missing = open(2, { spawn: nodeSpawn(new URL('missing.js', compiled.entry)) });
    await expect(missing.run(sums(4))).rejects.toThrow(/failed twice: a worker could not start \(Cannot find module/);
    const refusing = () => {
      throw new Error('not allowed');
    };
    const refused = openPool({ size: 1, spawn: refusing, jobs: () => testJobs });
    await expect(refused.run(sums(1))).rejects.toThrow('a worker could not start (not allowed)');
    await refused.close();
  });

  it('by a question it cannot read is reported', async () => {
    const run = open(1).run({ kind: 'cannotRead', ...shared, requests: [undefined] });
    await expect(run).rejects.toThrow('failed twice: a worker stopped (a message could not be read)');
  });

  it('is what an answer that cannot be read counts as', async () => {
    const spawn: Spawn = (died) => {
      const thread = nodeSpawn(compiled.entry)(died);
      // Delivers every message as an unreadable one.
      const addEventListener = (type: string, listener: (event: unknown) => void) =>
        thread.endpoint.addEventListener(type === 'messageerror' ? 'message' : 'messageerror', listener);
      return { ...thread, endpoint: { ...thread.endpoint, addEventListener } };
    };
    const run = open(1, { spawn }).run(sums(1));
    await expect(run).rejects.toThrow('failed twice: a worker could not start (its answer could not be read)');
  });

  it('is assumed after too long a silence', async () => {
    const stands = standTime();
    const pool = open(1, { patience: 400 });
    await pool.run(sums(1));
    const silent = pool.run({ kind: 'hangs', ...shared, requests: [undefined] });
    await new Promise(setImmediate);
    stands.pass(400);
    await expect(silent).rejects.toThrow(
      'Chunk 1 of 1 of the job "hangs" failed: a worker gave no answer in 0.4 seconds.',
    );
    expect((await pool.run(sums(3))).length).toBe(3);
  });
});

it('ends every run, and none wrongly, whatever fails or is cancelled around it', async () => {
  const pool = open(3);
  const endings = new Map<string, number>();
  const random = mulberry32(7);
  const oneOf = <T>(items: readonly T[]): T => items[Math.floor(random() * items.length)]!;

  const client = async () => {
    for (let i = 0; i < 15; i += 1) {
      const factor = oneOf([1, 2, 3, 4, 5, 6]); // more than a worker keeps
      const content = { key: `factor ${factor}`, payload: { factor } };
      const times = <T>(request: T) => Array.from({ length: oneOf([1, 2, 3, 4]) }, () => request);
      const kind = oneOf(['sums', 'sums', 'sums', 'throws', 'exits', 'hangs'] as const);
      const abort = new AbortController();
      if (kind === 'hangs' || random() < 0.4) setTimeout(() => abort.abort(), random() * 40);
      const { signal } = abort;
      const runs = {
        sums: () =>
          pool.run(
            { kind: 'sums', ...content, requests: times({ first: 0, count: 1, ms: random() * 15 }) },
            { signal },
          ),
        throws: () => pool.run({ kind: 'throws', ...content, requests: times('no') }, { signal }),
        exits: () => pool.run({ kind: 'exits', ...content, requests: times(attempts(1)) }, { signal }),
        hangs: () => pool.run({ kind: 'hangs', ...content, requests: times(undefined) }, { signal }),
      };
      const ending = await runs[kind]().then((answers: readonly unknown[]) => {
        const right = answers.every((answer) => kind === 'exits' || (answer as Sums).sums[0] === factor);
        return right ? 'answers' : 'wrong answers';
      }, String);
      endings.set(`${kind}: ${ending}`, (endings.get(`${kind}: ${ending}`) ?? 0) + 1);
    }
  };
  await Promise.all([client(), client(), client()]);

  const cancelled = 'Cancelled: The run was cancelled.';
  const possible = ['sums: answers', 'exits: answers', 'throws: RangeError: no'];
  possible.push(...['sums', 'exits', 'throws', 'hangs'].map((kind) => `${kind}: ${cancelled}`));
  expect(possible).toEqual(expect.arrayContaining([...endings.keys()]));
  expect(endings.size).toBeGreaterThanOrEqual(5);
  expect((await pool.run(sums(6))).length).toBe(6);
});

describe('close', () => {
  it('cancels what runs, frees the threads and refuses further runs', async () => {
    for (const size of [0, 2]) {
      const pool = open(size);
      const run = thrownBy(pool.run(sums(100, () => 5)));
      await later(20);
      await pool.close();
      expect(alive).toBe(0);
      expect(await run).toBeInstanceOf(Cancelled);
      await expect(pool.run(sums(1))).rejects.toThrow('The pool is closed.');
    }
  });

  it.each(['close', 'no close'])('leaves nothing that would keep the process alive: %s', (how) => {
    const output = execFileSync(process.execPath, [compiled.lifetime.pathname, how], { timeout: 100_000 });
    expect(output.toString()).toBe(how === 'close' ? '[1,2,3]\n0\n' : '[1,2,3]\n');
  });

  it('is lived to see by a process that never asked its threads, and was busy while they started', () => {
    const output = execFileSync(process.execPath, [compiled.lifetime.pathname, 'while'], { timeout: 100_000 });
    expect(output.toString()).toBe('closed\n');
  });
});

it.each([-1, 1.5, NaN])('refuses to open with size %d', (size) => {
  expect(() => open(size)).toThrow(RangeError);
});

it.each([0, -1, NaN, Infinity])('refuses a patience of %d ms, which no timer keeps', (patience) => {
  expect(() => open(1, { patience })).toThrow(RangeError);
});

/** Tommy Ettinger's Mulberry32: enough to mix cases, the same ones each time. */
function mulberry32(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}

/** Timers of this thread stand still, so that no machine is too slow for them; workers have a time of their own. */
function standTime(): { readonly pass: (ms: number) => void } {
  vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] });
  return { pass: (ms) => void vi.advanceTimersByTime(ms) };
}

function later(ms: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, ms));
}
