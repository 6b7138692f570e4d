import type { Issue } from '../../errors.ts';
import type { TextWords } from '../languages/text-words.ts';
import { showPlace } from '../../scenario/text/place.ts';
import { padStart } from './display-width.ts';
import type { Paint } from './paint.ts';
import { plain } from '../plain.ts';

export interface IssuesInput {
  readonly issues: readonly Issue[];
  /** Text of a file by its name, to show the line; undefined where it is not known. */
  readonly source: (file: string) => string | undefined;
  readonly paint: Paint;
  readonly words: TextWords;
}

/** Issues with their place, the line of the file and a mark under what they are about, errors first. */
export function issueLines({ issues, source, paint, words: { say } }: IssuesInput): string[] {
  const sorted = [...issues.filter(isError), ...issues.filter((issue) => !isError(issue))];
  return sorted.flatMap((issue, k) => [...(k > 0 ? [''] : []), ...oneIssue(issue)]);

  function oneIssue(issue: Issue): string[] {
    const { file, line, column, path, message, advice, replacement } = issue;
    const place = [file === undefined ? undefined : say(file), line, column]
      .filter((part) => part !== undefined)
      .join(':');
    const severity = paint(isError(issue) ? 'bad' : 'accent', say(issue.severity));
    const head = [plain(place), severity, ...(path === '' ? [] : [paint('strong', plain(path))]), plain(say(message))];
    const text = file === undefined || line === undefined ? undefined : source(file);
    return [
      head.filter((part) => part !== '').join(say(': ')),
      ...(text === undefined ? [] : excerpt(text, line!, column ?? 1)),
      ...(advice === undefined ? [] : [`  ${plain(say(advice))}`]),
      ...(replacement === undefined
        ? []
        : [`  ${say('Write instead')}${say(': ')}${paint('good', plain(replacement))}`]),
    ];
  }

  function excerpt(text: string, line: number, column: number): string[] {
    const number = padStart(String(line), 6);
    const [shown = '', mark = ''] = showPlace(text, { line, column }).split('\n');
    return [
      `${paint('faint', `${number} │`)} ${harmless(shown)}`.trimEnd(),
      `${paint('faint', `${' '.repeat(number.length)} │`)} ${paint('bad', mark)}`,
    ];
  }
}

/** How many errors and warnings there are: `1 error`, `2 warnings`. */
export function countTexts(issues: readonly Issue[]): readonly string[] {
  const errors = issues.filter(isError).length;
  const warnings = issues.length - errors;
  return [
    errors === 0 ? 'no errors' : `${errors} error${errors === 1 ? '' : 's'}`,
    ...(warnings === 0 ? [] : [`${warnings} warning${warnings === 1 ? '' : 's'}`]),
  ];
}

function isError({ severity }: Issue): boolean {
  return severity === 'error';
}

/** As `plain`, but every character keeps its place, tabs included. */
function harmless(text: string): string {
  return text.replaceAll(/(?!\t)[\p{Cc}\u2028\u2029\u202a-\u202e\u2066-\u2069]/gu, ' ');
}
