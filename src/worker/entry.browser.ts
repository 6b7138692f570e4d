/** A worker of a web page that does the engine's jobs. */
import { answer } from './answer.ts';
import { browserEndpoint } from './browser.ts';
import { engineJobs } from './jobs.ts';

answer(engineJobs(), browserEndpoint());
