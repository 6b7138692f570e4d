import type { Reported } from '../../src/documents/reported.ts';
import { report } from '../report/sample.ts';

/** The report written by hand, with the file it could be of. */
export const reported: Reported = { report, files: [{ name: 'autumn.yaml', text: 'abc' }] };
