/** Studies beside a run: one after the other, each kind with its last answer. */
import { beforeEach, describe, expect, it } from 'vitest';
import { createStudies, type Studies } from '../../web/studies/studies.ts';
import { fakeWorkers } from './fake-worker.ts';

const settings = { seed: 's', draws: 4096 };

describe('studies', () => {
  let workers: ReturnType<typeof fakeWorkers>;
  let studies: Studies;
  beforeEach(() => {
    workers = fakeWorkers();
    studies = createStudies(workers.create);
  });
  const asked = (made = 0) => workers.made[made]!.asked as readonly { kind: string; question: unknown }[];
  const end = (answer: unknown, made = 0) =>
    workers.made[made]!.answer({ kind: 'end', end: { status: 'done', answer } });

  it('start no worker before anything is asked', () => {
    expect(workers.made).toHaveLength(0);
    expect(studies.of('frontier').get()).toEqual({ status: 'idle' });
  });

  it('are done one after the other', () => {
    studies.ask('frontier', { text: 'a', by: 'risk' }, settings);
    studies.ask('stability', { text: 'a' }, settings);
    expect(asked().map(({ kind }) => kind)).toEqual(['frontier']);
    expect(studies.of('stability').get().status).toBe('waiting');
    end('first');
    expect(asked().map(({ kind }) => kind)).toEqual(['frontier', 'stability']);
    expect(studies.of('frontier').get()).toMatchObject({ status: 'done', answer: 'first', asked: { text: 'a' } });
    end('second');
    expect(studies.of('stability').get()).toMatchObject({ status: 'done', answer: 'second' });
  });

  it('keep their last answer while a newer one is made, and say what it was the answer to', () => {
    studies.ask('frontier', { text: 'a', by: 'risk' }, settings);
    end('of a');
    studies.ask('frontier', { text: 'b', by: 'risk' }, settings);
    expect(studies.of('frontier').get()).toMatchObject({ status: 'running', answer: 'of a', asked: { text: 'a' } });
  });

  it('give up a question for a newer one of the same kind, in a fresh worker', () => {
    studies.ask('frontier', { text: 'a', by: 'risk' }, settings);
    studies.ask('frontier', { text: 'b', by: 'risk' }, settings);
    expect(workers.made[0]!.terminated).toBe(true);
    expect(asked(1)).toMatchObject([{ question: { text: 'b' } }]);
    end('late', 0); // what was sent before the worker was ended
    expect(studies.of('frontier').get().status).toBe('running');
    end('of b', 1);
    expect(studies.of('frontier').get()).toMatchObject({ status: 'done', answer: 'of b' });
  });

  it('can be cancelled, and go on with what waits', () => {
    studies.ask('frontier', { text: 'a', by: 'risk' }, settings);
    studies.ask('stability', { text: 'a' }, settings);
    studies.cancel('frontier');
    expect(studies.of('frontier').get()).toEqual({ status: 'idle' });
    expect(asked(1)).toMatchObject([{ kind: 'stability' }]);
  });

  it('say what was refused, and that a worker died', () => {
    studies.ask('replan', { text: 'a', after: '99', spent: '' }, settings);
    const issues = [{ severity: 'error', path: 'after', message: 'leaves nothing to plan' }];
    workers.made[0]!.answer({ kind: 'end', end: { status: 'refused', issues } });
    expect(studies.of('replan').get()).toMatchObject({ status: 'refused', issues });
    studies.ask('frontier', { text: 'a', by: 'risk' }, settings);
    workers.made[0]!.die('out of memory');
    expect(studies.of('frontier').get()).toMatchObject({ status: 'failed', message: 'out of memory' });
    studies.ask('stability', { text: 'a' }, settings);
    expect(asked(1)).toMatchObject([{ kind: 'stability' }]);
  });
});
