import { ScenarioError, type Issue } from '../../errors.ts';
import { pathText } from '../../scenario/text/finding.ts';
import { readText } from '../../scenario/text/read.ts';
import type { DecisionRecord } from '../record.ts';
import { checkedRecord } from './checked-record.ts';

type Words = Pick<Issue, 'message' | 'advice'>;

const OPEN_IT = 'Open the file as it was written by `--record`, or saved from the page, whole and unchanged.';
const RECORD_IT =
  'Make a record of a decision by `apportion optimize FILE --record decision.json`, or save one with the best plan in the page.';

/**
 * Reads a record.
 *
 * @param file  name of the file, for the issues
 * @throws ScenarioError  when the text is none, with the place of what is wrong where it can be told
 */
export function readRecord(text: string, file?: string): DecisionRecord {
  const own = text.replace(/^\ufeff/, '');
  const content = parsed(own);
  const kind = kindOf(content, own);
  if (kind !== undefined) throw refusal([{ path: '', ...kind, ...(content === undefined ? firstMistake(own) : {}) }]);
  const found = checkedRecord(content);
  if ('engine' in found) return found;
  const reading = readText(own);
  throw refusal(
    found.map(({ path, message }, k) => ({
      path: pathText(path),
      message,
      ...(k === 0 ? { advice: OPEN_IT } : {}),
      ...(reading.ok ? reading.locate(path) : {}),
    })),
  );

  function refusal(issues: readonly Omit<Issue, 'severity' | 'file'>[]): ScenarioError {
    return new ScenarioError(
      issues.map((issue) => ({ severity: 'error', ...issue, ...(file === undefined ? {} : { file }) })),
    );
  }
}

/** Undefined where the text is no JSON: no text of JSON stands for it. */
function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

/** What else a text is that is no record at all; undefined where it may be one. */
function kindOf(content: unknown, text: string): Words | undefined {
  if (content === undefined) {
    return /^apportion\s*:/m.test(text)
      ? { message: 'is no record: it is a scenario', advice: RECORD_IT }
      : { message: 'is no record: it is not JSON', advice: OPEN_IT };
  }
  const has = (name: string) => typeof content === 'object' && content !== null && Object.hasOwn(content, name);
  if (has('apportionRecord')) return undefined;
  if (has('apportion')) return { message: 'is no record: it is a scenario', advice: RECORD_IT };
  if (has('engine') && has('scenario')) return { message: 'is no record: it is a report', advice: RECORD_IT };
  return { message: 'is no record of a decision', advice: OPEN_IT };
}

/** Where the form of a text is first wrong, as far as the reader of scenarios, who takes JSON, too, can tell. */
function firstMistake(text: string): Pick<Issue, 'line' | 'column'> {
  const reading = readText(text);
  const first = reading.issues.find(({ severity }) => severity === 'error');
  return first?.line === undefined || first.column === undefined ? {} : { line: first.line, column: first.column };
}
