import { fileURLToPath } from 'node:url';

/** Before each file of tests: those before it in this process may have left for a folder of their own. */
process.chdir(fileURLToPath(new URL('../../', import.meta.url)));
