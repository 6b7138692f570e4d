import type { YAMLError } from 'yaml';
import type { Finding } from './finding.ts';

type Words = Pick<Finding, 'message' | 'advice'>;

/** The parser's findings in the words of a planner, the first of each line: the others mostly follow from it. */
export function mistakesOfSyntax(errors: readonly YAMLError[], lineOf: (at: number) => number): Finding[] {
  const seen = new Set<number>();
  const findings: Finding[] = [];
  for (const error of errors.toSorted((a, b) => a.pos[0] - b.pos[0])) {
    const at = error.pos[0];
    if (seen.has(lineOf(at))) continue;
    seen.add(lineOf(at));
    findings.push({ severity: 'error', at, path: '', ...words(error) });
  }
  return findings;
}

function words({ code, message }: YAMLError): Words {
  switch (code) {
    case 'BLOCK_AS_IMPLICIT_KEY':
      return {
        message: 'a second `name: value` inside a value',
        advice: 'Put a text with a colon in quotes; put entries on lines of their own, indented alike.',
      };
    case 'MULTILINE_IMPLICIT_KEY':
      return {
        message: 'a name and its colon must stand on one line',
        advice: 'Is a colon missing here, or the space after it, or is it a wide one (`：`)? Write `name: value`.',
      };
    case 'BAD_INDENT':
      return message.startsWith('Flow')
        ? { message: `a list or braces opened before are not closed here`, advice: 'Close them with `]` or `}`.' }
        : {
            message: 'this line is not indented like those it belongs to',
            advice: 'Indent entries of one kind alike.',
          };
    case 'TAB_AS_INDENT':
      return { message: 'a tab is used to indent', advice: 'Indent with spaces.' };
    case 'MISSING_CHAR':
      return missing(message);
    case 'BAD_SCALAR_START':
      return { message: `a value cannot start with \`${message.at(-1) ?? ''}\``, advice: 'Put it in quotes.' };
    case 'BAD_ALIAS':
      return { message: 'a name or value cannot start with `*` or `&`', advice: 'Put it in quotes.' };
    case 'BAD_DQ_ESCAPE':
      return { message: 'a `\\` in a quoted text that means nothing', advice: 'Write `\\\\`, or use single quotes.' };
    case 'UNEXPECTED_TOKEN':
      return unexpected(message);
    case 'BLOCK_IN_FLOW':
      return { message: 'a comma is missing before or after this' };
    case 'KEY_OVER_1024_CHARS':
      return { message: 'a name may have 1,024 characters' };
    default:
      return { message: `this cannot be read as YAML (${message})` };
  }
}

function unexpected(message: string): Words {
  if (message.includes('block-seq-ind')) {
    return { message: 'a list cannot start on the line of its name', advice: 'Start it on the next line.' };
  }
  if (/flow-(map|seq)-end/.test(message)) return { message: 'this closes nothing', advice: 'Delete it.' };
  return { message: 'did not expect this here', advice: 'Is the line indented like those around it?' };
}

function missing(message: string): Words {
  if (message.includes('quote')) return { message: 'the closing quote is missing' };
  if (message.includes('map values')) {
    return { message: 'a name without a value', advice: 'Is the colon missing, or the space after it?' };
  }
  if (message.startsWith('Missing ,')) {
    return { message: 'a comma or colon is missing between two entries' };
  }
  return { message: 'something is missing here', advice: 'Is a bracket or a brace not closed?' };
}
