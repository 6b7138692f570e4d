/** A worker of a web page that does the engine's jobs. */
import { answer } from './answer.ts';
import { booksOf } from '../finance/books.ts';
import { browserEndpoint } from './browser.ts';
import { engineJobs } from './jobs.ts';
import { addRuled } from '../simulate/quadrature/ruled-values.ts';

// Nothing is loaded later: bundlers that make one classic script of a worker, as Vite did up to its seventh version, refuse that.
answer(engineJobs({ booksOf: () => booksOf, addRuled: () => addRuled }), browserEndpoint());
