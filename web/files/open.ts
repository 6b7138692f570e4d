/** Opens what was picked or dropped: scenarios as they are, reports of other programs as the scenario they tell, records as such. */
import { openThread } from '../engine/thread.ts';
import type { Document } from '../state/scenario-set.ts';
import type { ImportAnswer, ImportQuestion } from './import.worker.ts';

export type Opened =
  | { readonly status: 'scenario'; readonly document: Document }
  | { readonly status: 'imported'; readonly document: Document }
  /** Of a decision, to be checked. */
  | { readonly status: 'record' }
  /** To be imported, with others perhaps. */
  | { readonly status: 'data' }
  | { readonly status: 'unknown' }
  | { readonly status: 'refused'; readonly message: string };

/** @param create  makes the worker that imports; it is ended when it has answered */
export async function openDocument({ name, text }: Document, create: () => Worker): Promise<Opened> {
  if (/^\ufeff?\s*\{\s*"apportionRecord"\s*:/.test(text)) return { status: 'record' };
  const isMarkup = /^\ufeff?\s*</.test(text);
  const isScenario = { status: 'scenario', document: { name, text } } as const;
  if (!isMarkup && (/\.ya?ml$/i.test(name) || /^\ufeff?\s*\{\s*"apportion"/.test(text))) return isScenario;
  const answer = await ask({ name, text }, create);
  if (answer.status === 'done') {
    return { status: 'imported', document: { name: name.replace(/\.[^.]*$/, '.yaml'), text: answer.text } };
  }
  if (answer.status !== 'unknown' || isMarkup) return answer;
  // A text of another ending may still be a scenario.
  return /\.json$/i.test(name) || /^[\ufeff\s{]*"?apportion"?\s*[:：]/m.test(text) ? isScenario : answer;
}

function ask(question: ImportQuestion, create: () => Worker): Promise<ImportAnswer> {
  return new Promise((resolve) => {
    const thread = openThread<ImportQuestion, ImportAnswer>(create, {
      onMessage: (answer) => {
        thread.stop();
        resolve(answer);
      },
      onDeath: (message) => resolve({ status: 'refused', message }),
    });
    thread.post(question);
  });
}
