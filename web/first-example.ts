/** The example that a first visit begins with; the others come with the gallery. */
import text from '../scenarios/five-channels.yaml?raw';
import { titleOf, type Document } from './state/scenario-set.ts';

export const firstExample: Document = { name: titleOf({ name: 'five-channels.yaml', text }), text };
