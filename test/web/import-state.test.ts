import { beforeEach, describe, expect, it } from 'vitest';
import { createImport, type ImportState } from '../../web/import/import-state.ts';
import { fakeWorkers } from './fake-worker.ts';

const file = (name: string) => new File(['x'], name);
const found = [{ name: 'Google Ads', rows: 3 }];

describe('files that are imported together', () => {
  let workers: ReturnType<typeof fakeWorkers>;
  let state: ImportState;

  beforeEach(() => {
    workers = fakeWorkers();
    state = createImport(workers.create, 'en');
  });

  const asked = () => workers.made.at(-1)!.asked as { readonly kind: string; readonly number?: number }[];

  it('are joined once all of them are read, in the order in which they were chosen', () => {
    state.add([file('a.csv'), file('b.csv'), file('c.csv')]);
    workers.made[0]!.answer({ kind: 'read', id: 2, found });
    workers.made[0]!.answer({ kind: 'not read', id: 3, issues: [] });
    expect(asked().map(({ kind }) => kind)).toEqual(['read', 'read', 'read']);
    workers.made[0]!.answer({ kind: 'read', id: 1, found });
    expect(asked().at(-1)).toMatchObject({ kind: 'join', ids: [1, 2], language: 'en' });
    expect(state.outcome.get().isPending).toBe(true);
  });

  it('keep what was joined last while a wish is wrong, and forget answers to older wishes', () => {
    state.add([file('a.csv')]);
    workers.made[0]!.answer({ kind: 'read', id: 1, found });
    workers.made[0]!.answer({ kind: 'joined', number: 1, joined: { scenario: 'one' } });
    state.wish({ periods: '0' });
    state.wish({ periods: '1' });
    workers.made[0]!.answer({ kind: 'joined', number: 2, joined: { scenario: 'two' } });
    expect(state.outcome.get()).toMatchObject({ joined: { scenario: 'one' }, isPending: true });
    workers.made[0]!.answer({ kind: 'not joined', number: 3, issues: [{ path: 'periods', message: 'no' }] });
    expect(state.outcome.get()).toMatchObject({ joined: { scenario: 'one' }, isPending: false });
    expect(state.outcome.get().issues).toHaveLength(1);
    state.remove(1);
    expect(state.outcome.get()).toEqual({ issues: [], isPending: false });
  });

  it('are forgotten by the worker when they are removed, and with all that was said of them when one starts over', () => {
    state.add([file('a.csv'), file('b.csv'), file('c.csv')]);
    workers.made[0]!.answer({ kind: 'read', id: 1, found });
    workers.made[0]!.answer({ kind: 'not read', id: 2, issues: [] });
    const forgotten = () => asked().filter(({ kind }) => kind === 'forget');
    state.remove(1);
    state.remove(2);
    expect(forgotten()).toEqual([{ kind: 'forget', id: 1 }]); // nothing was read of the other
    state.remove(3);
    expect(workers.made[0]!.terminated).toBe(true);
    state.add([file('d.csv')]);
    workers.made[1]!.answer({ kind: 'read', id: 4, found });
    workers.made[1]!.answer({ kind: 'joined', number: 4, joined: { scenario: 'one' } });
    state.wish({ periods: '8' });
    state.clear();
    expect(workers.made[1]!.terminated).toBe(true);
    expect(state.files.get()).toEqual([]);
    expect(state.wishes.get().periods).toBe('');
    expect(state.outcome.get()).toEqual({ issues: [], isPending: false });
  });

  it('say so when the worker dies over them, and others are read by a fresh one', () => {
    state.add([file('a.csv')]);
    workers.made[0]!.die('out of memory');
    expect(state.files.get()[0]!.reading).toEqual({ status: 'lost', reason: 'out of memory' });
    state.add([file('b.csv')]);
    expect(workers.made).toHaveLength(2);
  });
});
