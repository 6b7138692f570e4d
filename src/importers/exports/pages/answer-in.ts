import { refusal } from '../../../errors.ts';
import { isObject, type Json } from '../../../tables/read-json.ts';
import type { FieldList, PageProgram, RecordPage } from './program.ts';
import { pagePrograms } from './programs.ts';

/** A saved answer, and whose it is. */
export interface Saved<A extends RecordPage | FieldList = RecordPage | FieldList> {
  readonly file: string;
  readonly program: PageProgram;
  readonly answer: A;
}

/**
 * Which program's answer a file of JSON is.
 *
 * @throws ScenarioError  where it is nobody's, says why there is no answer, or has records that are not read
 */
export function answerIn(file: string, content: Json): Saved {
  for (const program of isObject(content) ? pagePrograms : []) {
    const answer = isObject(content) ? program.read(content) : undefined;
    if (answer === undefined) continue;
    if (answer.kind === 'failure') {
      const said = JSON.stringify(answer.said.slice(0, LONGEST_SAID));
      throw refusal('', `is an answer of ${program.name} without records, which says ${said}`, ASK_AGAIN, file);
    }
    if (answer.kind === 'records') expectRead(program, answer, file);
    return { file, program, answer };
  }
  const expected = pagePrograms.map(({ name, has }) => `${name} (${has})`).join(', ');
  throw refusal('', unknown(content), `Known are answers of ${expected}.`, file);
}

const ASK_AGAIN = 'Ask again, and save the answer once it has records.';
const LONGEST_SAID = 200;

function expectRead({ name, objects, recordsOf }: PageProgram, { object, records }: RecordPage, file: string): void {
  if (records.length === 0 || recordsOf(object) !== undefined) return;
  const message =
    object === ''
      ? `has records of ${name} whose fields do not tell what they are`
      : `has records of ${name} of the kind ${JSON.stringify(object)}`;
  throw refusal('', message, `Read are ${objects.join(', ')}.`, file);
}

const MOST_NAMES = 5;
/** What a field may be called: anything else may be somebody's. */
const PLAIN_NAME = /^[a-z_]\w{0,30}$/i;

function unknown(content: Json): string {
  const names = isObject(content) ? Object.keys(content).filter((name) => PLAIN_NAME.test(name)) : [];
  return names.length === 0
    ? 'is JSON, but no saved answer of an API that is known'
    : `is JSON with ${names.slice(0, MOST_NAMES).join(', ')}, but no saved answer of an API that is known`;
}
