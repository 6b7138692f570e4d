/** All that runs in Node, as one bundle: the command line, and what its worker threads do. */
export { runCommandLine } from './cli/run-command-line.ts';
export { answerParent } from './worker/answer-parent.ts';
