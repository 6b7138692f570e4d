/**
 * Who must act when something goes wrong.
 *
 * Bad input throws `ScenarioError` with every issue at once; "no plan exists" is a value, never an error; a bug of
 * ours is an ordinary `Error` that only the edges catch; a run that was asked to stop throws `Cancelled`.
 */

/** One thing wrong with the input, in the words of the file. */
export interface Issue {
  readonly severity: 'error' | 'warning';
  /** Where in the file, as a planner would say it: `channels.search.price.cpc`, `limits[0].min`. Empty for the whole file. */
  readonly path: string;
  /** One sentence without the path: `must be 100000 or less, the total budget, got 120000`. */
  readonly message: string;
  /** What to do about it. */
  readonly advice?: string;
  /** A text that, put in the place of what was found, mends it. */
  readonly replacement?: string;
  readonly file?: string;
  /** From 1. */
  readonly line?: number;
  /** From 1. */
  readonly column?: number;
}

/** The input cannot be used; `issues` holds everything that was found, at least one of severity `error`. */
export class ScenarioError extends Error {
  readonly issues: readonly Issue[];

  constructor(issues: readonly Issue[]) {
    super(issues.map(issueText).join('\n'));
    this.name = 'ScenarioError';
    this.issues = issues;
  }
}

/** An error of one issue: with what was asked for at `path`, or, where that is empty, with all of it. */
export function refusal(path: string, message: string, advice?: string, file?: string): ScenarioError {
  return new ScenarioError([
    {
      severity: 'error',
      path,
      ...(file === undefined ? {} : { file }),
      message,
      ...(advice === undefined ? {} : { advice }),
    },
  ]);
}

/** The user stopped the run. */
export class Cancelled extends Error {
  constructor() {
    super('The run was cancelled.');
    this.name = 'Cancelled';
  }
}

/**
 * An issue as the command line prints it: `file:line:column: path: message`, with the advice on a line of its own.
 */
export function issueText(issue: Issue): string {
  const place = [issue.file, issue.line, issue.column].filter((part) => part !== undefined).join(':');
  const head = [place, issue.path, issue.message].filter((part) => part !== '').join(': ');
  return issue.advice === undefined ? head : `${head}\n  ${issue.advice}`;
}
