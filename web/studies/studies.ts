/** Studies beside the run: asked one after the other, each kind with its last answer. */
import type { Issue } from '../../src/errors.ts';
import { openThread } from '../engine/thread.ts';
import type { RunSettings } from '../engine/wire.ts';
import { onward, type Headway } from '../../src/runs/headway.ts';
import { cell, type Cell } from '../state/cell.ts';
import type { Answer, Question, StudyEnd, StudyKind, StudyMessage, StudyRequest } from './wire.ts';

/** One kind of study. */
export interface Study<K extends StudyKind> {
  readonly status: 'idle' | 'waiting' | 'running' | 'done' | 'refused' | 'failed';
  readonly headway?: Headway;
  readonly issues?: readonly Issue[];
  readonly message?: string;
  /** Of the last study that was done, and what it was asked; both stay while a newer one is under way. */
  readonly answer?: Answer<K>;
  readonly asked?: Question<K>;
}

export interface Studies {
  of<K extends StudyKind>(kind: K): Cell<Study<K>>;
  /** Asks; a question of the same kind that waits or runs is forgotten. */
  ask<K extends StudyKind>(kind: K, question: Question<K>, settings: RunSettings): void;
  /** Gives up what was asked last of this kind. */
  cancel(kind: StudyKind): void;
}

type Cells = { readonly [K in StudyKind]: Cell<Study<K>> };

/** Over before a worker could be started afresh. */
const QUICK: ReadonlySet<StudyKind> = new Set(['deviations']);

export function createStudies(create: () => Worker): Studies {
  const cells: Cells = {
    details: cell<Study<'details'>>({ status: 'idle' }),
    gathered: cell<Study<'gathered'>>({ status: 'idle' }),
    frontier: cell<Study<'frontier'>>({ status: 'idle' }),
    stability: cell<Study<'stability'>>({ status: 'idle' }),
    replan: cell<Study<'replan'>>({ status: 'idle' }),
    compare: cell<Study<'compare'>>({ status: 'idle' }),
    deviations: cell<Study<'deviations'>>({ status: 'idle' }),
    tornado: cell<Study<'tornado'>>({ status: 'idle' }),
    stresses: cell<Study<'stresses'>>({ status: 'idle' }),
    reverse: cell<Study<'reverse'>>({ status: 'idle' }),
    influence: cell<Study<'influence'>>({ status: 'idle' }),
    scorecard: cell<Study<'scorecard'>>({ status: 'idle' }),
    information: cell<Study<'information'>>({ status: 'idle' }),
    pilot: cell<Study<'pilot'>>({ status: 'idle' }),
    lessons: cell<Study<'lessons'>>({ status: 'idle' }),
    finance: cell<Study<'finance'>>({ status: 'idle' }),
    actuals: cell<Study<'actuals'>>({ status: 'idle' }),
    exampleActuals: cell<Study<'exampleActuals'>>({ status: 'idle' }),
    verified: cell<Study<'verified'>>({ status: 'idle' }),
  };
  // A kind and its question go together from here on; types of single kinds would only be in the way.
  const of = (kind: StudyKind) => cells[kind] as Cell<Study<StudyKind>>;
  const waiting: StudyRequest[] = [];
  let running: StudyRequest | undefined;

  const change = (kind: StudyKind, { status, ...rest }: Study<StudyKind>) => {
    const { answer, asked } = of(kind).get();
    of(kind).set({ ...(answer === undefined ? {} : { answer, asked: asked! }), status, ...rest });
  };
  const thread = openThread<StudyRequest, StudyMessage>(create, {
    onMessage: (message) => {
      if (running === undefined) return;
      if (message.kind === 'end') return finish(message.end);
      const headway = onward(of(running.kind).get().headway, message.progress);
      change(running.kind, { status: 'running', headway });
    },
    onDeath: (message) => finish({ status: 'failed', message }),
  });
  const next = () => {
    running = waiting.shift();
    if (running === undefined) return;
    change(running.kind, { status: 'running' });
    thread.post(running);
  };
  const finish = (end: StudyEnd) => {
    const { kind, question } = running!;
    if (end.status === 'done') {
      of(kind).set({ status: 'done', answer: end.answer as Answer<StudyKind>, asked: question });
    } else change(kind, end);
    next();
  };
  const forget = (kind: StudyKind) => {
    const place = waiting.findIndex((request) => request.kind === kind);
    if (place >= 0) waiting.splice(place, 1);
    if (running?.kind !== kind) return;
    thread.stop();
    running = undefined;
    next();
  };

  return {
    of: <K extends StudyKind>(kind: K) => cells[kind] as Cell<Study<K>>,
    ask(kind, question, settings) {
      if (running?.kind !== kind || !QUICK.has(kind)) forget(kind);
      waiting.push({ kind, question, settings });
      change(kind, { status: 'waiting' });
      if (running === undefined) next();
    },
    cancel(kind) {
      forget(kind);
      const { answer } = of(kind).get();
      change(kind, { status: answer === undefined ? 'idle' : 'done' });
    },
  };
}
