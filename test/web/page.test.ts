import { beforeEach, describe, expect, it, vi } from 'vitest';
import { isData } from '../../web/files/is-data.ts';
import { isTable } from '../../web/files/is-table.ts';
import { canStop, createPage, type Page } from '../../web/state/page.ts';
import { fakeWorkers } from './fake-worker.ts';

const error = { severity: 'error', path: 'budget', message: 'is missing', line: 1, column: 1 };

describe('the state of the page', () => {
  let readers: ReturnType<typeof fakeWorkers>;
  let runners: ReturnType<typeof fakeWorkers>;
  let editors: ReturnType<typeof fakeWorkers>;
  let importers: ReturnType<typeof fakeWorkers>;
  let page: Page;

  beforeEach(() => {
    vi.useFakeTimers();
    [readers, runners, editors, importers] = [fakeWorkers(), fakeWorkers(), fakeWorkers(), fakeWorkers()];
    page = createPage(
      { name: 'one', text: '1' },
      { reader: readers.create, editor: editors.create, importer: importers.create, runner: runners.create },
    );
    vi.advanceTimersByTime(0);
    return () => vi.useRealTimers();
  });

  const type = (text: string) => {
    page.edit(text);
    vi.advanceTimersByTime(300);
  };

  it('checks the newest text, one at a time, and forgets those between', () => {
    type('2');
    type('3');
    expect(readers.made[0]!.asked).toEqual(['1']);
    readers.made[0]!.answer({ issues: [error] });
    expect(readers.made[0]!.asked).toEqual(['1', '3']);
    expect(page.findings.get()).toMatchObject({ issues: [], pending: true }); // what was said of 1 is not said of 3
    readers.made[0]!.answer({ issues: [] });
    expect(page.findings.get()).toMatchObject({ issues: [], pending: false });
  });

  it('waits for a rest in typing before it checks', () => {
    readers.made[0]!.answer({ issues: [] });
    for (const text of ['2', '23', '234']) {
      page.edit(text, 'typing');
      vi.advanceTimersByTime(100);
    }
    expect(readers.made[0]!.asked).toEqual(['1']);
    vi.advanceTimersByTime(300);
    expect(readers.made[0]!.asked).toEqual(['1', '234']);
  });

  it('gives up on a check that never ends, and checks the next text in a fresh worker', () => {
    vi.advanceTimersByTime(60_000);
    expect(readers.made[0]!.terminated).toBe(true);
    expect(page.findings.get().issues[0]!.message).toMatch(/could not be checked/);
    type('2');
    expect(readers.made[1]!.asked).toEqual(['2']);
  });

  it('does not run a text with errors, and forgets the refusal when they are mended', () => {
    readers.made[0]!.answer({ issues: [error] });
    page.start();
    expect(page.run.get()).toEqual({ status: 'refused' });
    expect(runners.made).toEqual([]);
    type('2');
    readers.made[0]!.answer({ issues: [] });
    expect(page.run.get()).toEqual({ status: 'idle' });
  });

  it('ends the worker of a cancelled run, hears no more of it, and runs again in another', () => {
    page.start();
    page.cancel();
    const [first] = runners.made;
    expect(first!.terminated).toBe(true);
    first!.answer({ kind: 'end', end: { status: 'failed', message: 'late' } });
    expect(page.run.get()).toEqual({ status: 'cancelled' });
    page.start();
    runners.made[1]!.answer({ kind: 'end', end: { status: 'done', report: {}, json: '{}' } });
    expect(page.run.get()).toEqual({ status: 'idle' });
    expect(page.result.get()).toMatchObject({ report: {}, json: '{}', text: '1', isStopped: false });
  });

  describe('while a plan is searched', () => {
    const searching = { phase: 'search', iteration: 3, value: 1, bound: 2, gap: 1 };

    it('asks at the first press for the best plan so far, and shows it', () => {
      page.start();
      const [runner] = runners.made;
      runner!.answer({ kind: 'progress', progress: searching });
      expect(canStop(page.run.get())).toBe(true);
      page.cancel();
      expect(runner!.terminated).toBe(false);
      expect(runner!.asked.at(-1)).toEqual({ kind: 'stop' });
      expect(canStop(page.run.get())).toBe(false);
      // It is still stopping when the search is heard of again.
      runner!.answer({ kind: 'progress', progress: searching });
      expect(page.run.get()).toMatchObject({ status: 'running', headway: { progress: searching }, stopping: true });
      runner!.answer({ kind: 'end', end: { status: 'done', report: {}, json: '{}' } });
      expect([page.run.get().status, page.result.get()!.json]).toEqual(['idle', '{}']);
      // Another time it would find another plan: it cannot be recorded.
      expect(page.result.get()!.isStopped).toBe(true);
    });

    it('cancels at the second press', () => {
      page.start();
      runners.made[0]!.answer({ kind: 'progress', progress: searching });
      page.cancel();
      page.cancel();
      expect(runners.made[0]!.terminated).toBe(true);
      expect(page.run.get()).toEqual({ status: 'cancelled' });
      page.start();
      runners.made[1]!.answer({ kind: 'progress', progress: searching });
      expect(canStop(page.run.get())).toBe(true);
    });

    it('says that it was cancelled where there was no plan yet', () => {
      page.start();
      runners.made[0]!.answer({ kind: 'progress', progress: { ...searching, value: -Infinity, gap: Infinity } });
      page.cancel();
      runners.made[0]!.answer({ kind: 'end', end: { status: 'cancelled' } });
      expect(page.run.get()).toEqual({ status: 'cancelled' });
    });
  });

  it('cancels at once while plans are judged', () => {
    page.start();
    runners.made[0]!.answer({ kind: 'progress', progress: { phase: 'judge', done: 1, total: 9 } });
    page.cancel();
    expect(runners.made[0]!.terminated).toBe(true);
  });

  it('keeps the worker of a run that ended for the next one', () => {
    for (const json of ['a', 'b']) {
      page.start();
      runners.made[0]!.answer({ kind: 'end', end: { status: 'done', report: {}, json } });
    }
    expect(runners.made).toHaveLength(1);
    expect(page.result.get()!.json).toBe('b');
  });

  it('says what killed a run, and can start another', () => {
    page.start();
    runners.made[0]!.die('out of memory');
    expect(page.run.get()).toEqual({ status: 'failed', message: 'out of memory' });
    page.start();
    expect(runners.made[1]!.asked).toHaveLength(1);
  });

  it('opens a text in the place of one without edits, and beside one with edits', () => {
    page.open({ name: 'two', text: '2' });
    expect(page.set.get().scenarios.map(({ name }) => name)).toEqual(['two']);
    page.edit('2 edited');
    page.open({ name: 'three', text: '3' });
    expect(page.set.get().scenarios.map(({ text }) => text)).toEqual(['2 edited', '3']);
    expect(page.text.get()).toBe('3');
    page.select('1');
    expect(page.text.get()).toBe('2 edited');
  });

  it('undoes and redoes edits, openings and closings, and shows where they were', () => {
    page.edit('1 edited');
    page.open({ name: 'two', text: '2' });
    page.remove('1');
    expect(page.set.get().scenarios.map(({ text }) => text)).toEqual(['2']);
    page.undo();
    page.undo();
    expect([page.set.get().scenarios.length, page.text.get()]).toEqual([1, '1 edited']);
    page.undo();
    expect([page.text.get(), page.steps.get()]).toEqual(['1', { canUndo: false, canRedo: true }]);
    page.redo();
    page.redo();
    page.redo();
    expect([page.text.get(), page.steps.get()]).toEqual(['2', { canUndo: true, canRedo: false }]);
  });

  it('changes fields one after the other, and again when the text was typed in meanwhile', async () => {
    const edits = [{ kind: 'set', path: ['a'], text: '2' }] as const;
    const done = page.apply(edits);
    await vi.waitFor(() => expect(editors.made[0]!.asked).toHaveLength(1));
    page.edit('typed', 'typing');
    editors.made[0]!.answer({ text: '1 and 2' });
    await vi.waitFor(() =>
      expect(editors.made[0]!.asked).toEqual([
        { text: '1', edits },
        { text: 'typed', edits },
      ]),
    );
    editors.made[0]!.answer({ text: 'typed and 2' });
    expect([await done, page.text.get()]).toEqual([true, 'typed and 2']);
    page.undo();
    expect(page.text.get()).toBe('typed');
    const refused = page.apply(edits);
    await vi.waitFor(() => expect(editors.made[0]!.asked).toHaveLength(3));
    editors.made[0]!.answer({});
    expect([await refused, page.text.get(), page.notice.get()]).toEqual([false, 'typed', { kind: 'not edited' }]);
  });

  it('changes fields of a scenario that is not shown, and leaves the one that is', async () => {
    page.edit('1 edited');
    page.open({ name: 'two', text: '2' });
    const [first] = page.set.get().scenarios;
    const done = page.apply([{ kind: 'set', path: ['a'], text: '3' }], first!.id);
    await vi.waitFor(() => expect(editors.made[0]!.asked).toMatchObject([{ text: '1 edited' }]));
    editors.made[0]!.answer({ text: '1 with 3' });
    expect(await done).toBe(true);
    expect(page.set.get().scenarios.map(({ text }) => text)).toEqual(['1 with 3', '2']);
    expect(page.text.get()).toBe('2');
    expect(await page.apply([], 'closed long ago')).toBe(false);
  });

  it('keeps a result for every scenario', () => {
    page.start();
    runners.made[0]!.answer({ kind: 'end', end: { status: 'done', report: {}, json: 'first' } });
    page.edit('1 edited');
    page.open({ name: 'two', text: '2' });
    expect(page.result.get()).toBeUndefined();
    page.select('1');
    expect([page.result.get()!.json, page.result.get()!.text]).toEqual(['first', '1']);
  });

  it('has room for twenty scenarios, and says so', () => {
    for (let k = 2; k <= 21; k++) page.add({ name: `${k}`, text: `${k}` });
    expect(page.set.get().scenarios).toHaveLength(20);
    expect(page.notice.get()).toEqual({ kind: 'full' });
  });

  it('keeps a record for where it is checked, and opens no scenario of it', async () => {
    const record = '\ufeff{ "apportionRecord": 1, "engine": "0.1.0" }';
    const before = page.set.get();
    await page.openFile(new File([record], 'decision.json'));
    expect(page.record.get().text).toContain('"apportionRecord": 1');
    expect(page.set.get()).toBe(before);
  });

  it('opens a report of another program as the scenario it tells, and says what it cannot open', async () => {
    const report = new File(['<html>'], 'report.html');
    const opening = page.openFile(report);
    await vi.waitFor(() => expect(importers.made[0]!.asked).toEqual([{ name: 'report.html', text: '<html>' }]));
    importers.made[0]!.answer({ status: 'done', text: 'name: from a report' });
    await opening;
    expect([page.text.get(), page.notice.get()]).toEqual([
      'name: from a report',
      { kind: 'imported', name: 'report.html' },
    ]);
    const other = page.openFile(new File(['<html>'], 'other.html'));
    await vi.waitFor(() => expect(importers.made).toHaveLength(2));
    importers.made[1]!.answer({ status: 'unknown' });
    await other;
    expect(page.notice.get()).toEqual({ kind: 'not opened', name: 'other.html' });
    // Neither the file of a spreadsheet is a scenario, though its fields stand in quotes as those of JSON do.
    for (const [text, isScenario] of [
      ['"Campaign","Cost"\n"a","1"\n', false],
      ['{ "name": "mine",\n  "apportion": 1 }', true],
      ['# mine\napportion: 1', true],
    ] as const) {
      const opening = page.openFile(new File([text], 'some.txt'));
      const made = importers.made.length;
      await vi.waitFor(() => expect(importers.made).toHaveLength(made + 1));
      importers.made[made]!.answer({ status: 'unknown' });
      await opening;
      expect([text, page.text.get() === text]).toEqual([text, isScenario]);
    }
  });

  it('imports what a program has answered, with what came beside it, and opens scenarios of the same ending', async () => {
    const files = ['page1.json', 'page2.json'].map((name) => new File(['{ "data": [] }'], name));
    page.notice.set({ kind: 'full' });
    page.drop(files);
    await vi.waitFor(() => expect(importers.made).toHaveLength(1));
    importers.made[0]!.answer({ status: 'data' });
    await vi.waitFor(() => expect(page.imports.get()).toEqual(files));
    expect([page.text.get(), page.notice.get()]).toEqual(['1', undefined]);

    page.imports.set(undefined);
    const scenario = '{ "name": "mine", "channels": {} }';
    const opening = page.openFile(new File([scenario], 'mine.json'));
    await vi.waitFor(() => expect(importers.made).toHaveLength(2));
    importers.made[1]!.answer({ status: 'unknown' });
    await opening;
    expect([page.text.get(), page.imports.get()]).toEqual([scenario, undefined]);
    // Too large for a scenario, not for data.
    const large = new File([' '.repeat(21_000_000)], 'all.JSON');
    await page.openFile(large);
    expect(page.imports.get()).toEqual([large]);
  });

  it.each([
    ['{ "data": [{ "id": "1" }], "info": {} }', true],
    ['\ufeff[{ "channels": 1 }]', true],
    ['{ "name": "mine", "channels": {} }', false],
    ['{ "currency": "EUR", "apportion": 1 }', false],
    ['{ "extends": "base.yaml" }', false],
    ['{ "channels": {', false],
    ['"Campaign","Cost"', false],
    ['12', false],
  ])('takes %s for data: %s', (text, expected) => {
    expect(isData(text)).toBe(expected);
  });

  it.each([
    ['Costs 2026\nDay\tCost\tClicks\n1\t2\t3\n2\t"3\t4"\t5\n', true],
    ['Tag;Kosten\n1;2,5\n2;3,5\n3;4,5\n', true],
    ['\ufeff渠道,花费\n搜索,1\n信息流,2\n', true],
    // UTF-16 as UTF-8 reads it.
    ['\ufffd\ufffda\0\t\0b\0\n\x001\0\t\x002\0\n\x003\0\t\x004\0\n\0', true],
    ['Dear all,\nthe budget is due on Monday. Please write what you need, by channel, and why.\nBest\n', false],
    ['apportion: 1\nname: a, b\ncurrency: EUR, as ever\nbudget: 1, all\n', false],
    ['one\ntwo\nthree\n', false],
    ['', false],
  ])('takes %j for a table: %s', (text, expected) => {
    expect(isTable(text)).toBe(expected);
  });

  it('takes no edits while it shows what came with a link', () => {
    page.viewOnly.set(true);
    page.edit('mine now');
    page.open({ name: 'two', text: '2' });
    expect([page.text.get(), page.set.get().scenarios.length, page.notice.get()]).toEqual([
      '1',
      1,
      { kind: 'view only' },
    ]);
  });

  it('does not open what is far too large for a scenario', async () => {
    await page.openFile(new File(['x'.repeat(21_000_000)], 'film.mp4'));
    expect([page.text.get(), page.notice.get()]).toEqual(['1', { kind: 'too large', name: 'film.mp4' }]);
  });
});
