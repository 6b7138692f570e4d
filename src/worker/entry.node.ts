/** A worker thread of Node that does the engine's jobs. */
import { openScript } from './script.ts';

const { answerParent } = openScript()?.program ?? (await import('./answer-parent.ts'));
await answerParent();
