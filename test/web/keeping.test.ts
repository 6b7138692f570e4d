import { indexedDB } from 'fake-indexeddb';
import fc from 'fast-check';
import { beforeEach, describe, expect, it, vi } from 'vitest';
import { linkEnd, readLink } from '../../web/share/link.ts';
import { setFrom } from '../../web/share/set-data.ts';
import { createPage, type Page } from '../../web/state/page.ts';
import { joined, MOST_SCENARIOS, setOf } from '../../web/state/scenario-set.ts';
import { createKeeper, type Keeper } from '../../web/storage/keeper.ts';
import { MOST_VERSIONS, openStore, type Store } from '../../web/storage/store.ts';
import { fakeWorkers } from './fake-worker.ts';

Object.assign(globalThis, { indexedDB });

const one = setOf([{ name: 'a.yaml', text: 'name: 渠道' }]);
const texts = (set: { readonly scenarios: readonly { readonly text: string }[] }) =>
  set.scenarios.map(({ text }) => text);

async function packed(data: unknown): Promise<string> {
  const stream = new Blob([typeof data === 'string' ? data : JSON.stringify(data)]).stream();
  const bytes = await new Response(stream.pipeThrough(new CompressionStream('deflate-raw'))).arrayBuffer();
  return `#scenarios=1.${Buffer.from(bytes).toString('base64url')}`;
}

describe('a link', () => {
  it('holds any set of texts', async () => {
    const documents = fc.array(
      fc.record({ name: fc.string({ maxLength: 20 }), text: fc.string({ unit: 'grapheme' }) }),
      {
        minLength: 1,
        maxLength: 4,
      },
    );
    await fc.assert(
      fc.asyncProperty(documents, async (list) => {
        const reading = await readLink(await linkEnd(setOf(list)));
        expect(reading).toEqual({ status: 'set', set: setOf(list) });
      }),
      { seed: 1, numRuns: 50 },
    );
  });

  it('is short: a scenario of 2,000 characters of text needs less than half of them', async () => {
    const text = Array.from(
      { length: 40 },
      (_, k) => `  channel${k}: { price: { cpc: 1 to ${k + 2} }, plan: ${k}k }`,
    ).join('\n');
    expect(text.length).toBeGreaterThan(2000);
    expect((await linkEnd(setOf([{ name: 'x', text }]))).length).toBeLessThan(text.length / 2);
  });

  it('is none of ours where the address ends otherwise', async () => {
    expect(await readLink('')).toEqual({ status: 'none' });
    expect(await readLink('#top')).toEqual({ status: 'none' });
  });

  it('is broken when it was cut, changed, is of a newer version, or holds anything else', async () => {
    const whole = await linkEnd(one);
    const hostile = [
      whole.slice(0, -5),
      whole.replace('1.', '2.'),
      `${whole.slice(0, 20)}!!!${whole.slice(20)}`,
      '#scenarios=1.',
      await packed('not json'),
      await packed({ format: 1, scenarios: [] }),
      await packed({ format: 1, scenarios: [{ name: 5, text: 'x' }] }),
      await packed({ format: 1, scenarios: { length: 3 } }),
      await packed({ format: 1, scenarios: [{ name: 'x', text: 'x'.repeat(1_000_001) }] }),
      await packed('['.repeat(100_000)),
      `#scenarios=1.${'A'.repeat(2_000_001)}`,
    ];
    for (const link of hostile) expect(await readLink(link), link.slice(0, 60)).toEqual({ status: 'broken' });
  });

  it('that unpacks to a thousand times its size is not unpacked', async () => {
    const bomb = await packed('0'.repeat(50_000_000));
    expect(bomb.length).toBeLessThan(100_000);
    expect(await readLink(bomb)).toEqual({ status: 'broken' });
  });

  it('takes no more scenarios than can be open, and no names that objects have', () => {
    const many = {
      format: 1,
      scenarios: Array.from({ length: 50 }, () => ({ name: 'x', text: 'y' })),
      selected: '__proto__',
    };
    expect(setFrom(many)!.scenarios).toHaveLength(MOST_SCENARIOS);
    expect(setFrom(many)!.selected).toBe('1');
  });
});

describe('two sets', () => {
  it('become one that shows the first of the second', () => {
    const both = joined(
      setOf([
        { name: '1', text: '1' },
        { name: '2', text: '2' },
      ]),
      setOf([
        { name: '3', text: '3' },
        { name: '4', text: '4' },
      ]),
    );
    expect(new Set(texts(both))).toEqual(new Set(['1', '2', '3', '4']));
    expect(both.scenarios.find(({ id }) => id === both.selected)!.text).toBe('3');
    expect(new Set(both.scenarios.map(({ id }) => id)).size).toBe(4);
  });
});

describe('the store of the browser', () => {
  let store: Store;
  let clock = 0;
  let count = 0;
  beforeEach(() => {
    count += 1;
    store = openStore(`test ${count}`, () => (clock += 1));
  });

  it('gives back what was saved last', async () => {
    expect(await store.load()).toBeUndefined();
    expect(await store.save(one, 0)).toEqual({ status: 'saved', revision: 1 });
    expect(await store.load()).toMatchObject({ revision: 1, set: one });
  });

  it('overwrites nothing that another tab has saved since', async () => {
    await store.save(one, 0);
    const other = setOf([{ name: 'b', text: 'other' }]);
    await store.save(other, 1);
    const late = await store.save(setOf([{ name: 'c', text: 'late' }]), 1);
    expect(late).toMatchObject({ status: 'behind', kept: { revision: 2, set: other } });
    expect((await store.load())!.set).toEqual(other);
    expect(await store.save(one, 'any')).toEqual({ status: 'saved', revision: 3 });
  });

  it('keeps the newest versions, one of each series', async () => {
    for (let k = 0; k < 60; k++) await store.keepVersion(setOf([{ name: 'x', text: `${k}` }]), `series ${k >> 1}`);
    const versions = await store.versions();
    expect(versions).toHaveLength(30);
    expect(texts(versions[0]!.set)).toEqual(['59']);
    for (let k = 0; k < 60; k++) await store.keepVersion(one, `other ${k}`);
    expect(await store.versions()).toHaveLength(MOST_VERSIONS);
  });
});

describe('two tabs', () => {
  const worker = fakeWorkers().create;
  const workers = { reader: worker, editor: worker, importer: worker, runner: worker };
  let tabs: readonly { page: Page; keeper: Keeper }[];
  let store: Store;
  let count = 0;

  beforeEach(() => {
    vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] });
    count += 1;
    const name = `tabs ${count}`;
    store = openStore(name, () => 1);
    const ears: ((revision: number) => void)[] = [];
    const open = (visit: string) => {
      const page = createPage(one, workers);
      const mine = ears.length;
      const channel = {
        post: (revision: number) => ears.forEach((hear, ear) => ear !== mine && hear(revision)),
        listen: (hear: (revision: number) => void) => void ears.push(hear),
      };
      return { page, keeper: createKeeper(page, { store: openStore(name, () => 1), channel, revision: 0, visit }) };
    };
    tabs = [open('first'), open('second')];
    return () => vi.useRealTimers();
  });

  it('notice each other, and lose nothing whichever is chosen', async () => {
    const [first, second] = tabs as [(typeof tabs)[0], (typeof tabs)[0]];
    first.page.edit('from the first');
    await first.keeper.flush();
    expect(first.keeper.state.get()).toEqual({ status: 'saved' });
    await vi.waitFor(() => expect(second.keeper.state.get().status).toBe('behind'));

    second.page.edit('from the second');
    await second.keeper.flush();
    expect(texts((await store.load())!.set)).toEqual(['from the first']); // not overwritten
    expect((await store.versions()).map(({ set }) => texts(set)[0])).toContain('from the second'); // nor lost

    await second.keeper.keepMine();
    expect(texts((await store.load())!.set)).toEqual(['from the second']);
    expect((await store.versions()).map(({ set }) => texts(set)[0])).toContain('from the first');
    await vi.waitFor(() => expect(first.keeper.state.get().status).toBe('behind'));

    first.keeper.takeTheirs();
    expect(first.page.text.get()).toBe('from the second');
    first.page.undo();
    expect(first.page.text.get()).toBe('from the first');
  });

  it('save by themselves after a rest, and not what came with a link', async () => {
    const [first] = tabs as [(typeof tabs)[0]];
    first.page.edit('typed');
    expect(first.keeper.state.get()).toEqual({ status: 'waiting' });
    await vi.advanceTimersByTimeAsync(500);
    await vi.waitFor(async () => expect(texts((await store.load())!.set)).toEqual(['typed']));
    first.page.viewOnly.set(true);
    first.page.select('1');
    await first.keeper.flush();
    expect((await store.load())!.revision).toBe(1);
  });
});
