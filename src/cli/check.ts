import type { Command } from 'commander';
import { ScenarioError, type Issue } from '../errors.ts';
import { jsonText } from '../report/json.ts';
import { echoLines } from '../report/text/echo.ts';
import { countTexts, issueLines } from '../report/text/issues.ts';
import { plain } from '../report/plain.ts';
import type { Believed, Echo } from '../scenario/read.ts';
import { exitCodes } from './exit.ts';
import { explain } from './help.ts';
import { inputName } from './read-input.ts';
import type { Session } from './session.ts';

/** What was found in one file. */
interface Finding {
  readonly file: string;
  readonly ok: boolean;
  readonly issues: readonly Issue[];
  /** Every uncertain quantity as it was understood; empty when the file cannot be used. */
  readonly assumptions: readonly Echo[];
}

interface Found {
  readonly finding: Finding;
  /** The quantities behind the assumptions, to be said in any language. */
  readonly believed: readonly Believed[];
}

/** `apportion check FILE…`: everything wrong with scenarios, and how their numbers are understood. */
export function addCheck(program: Command, session: Session): void {
  const command = program
    .command('check')
    .summary('find everything wrong with a scenario, and echo its numbers in words')
    .description(
      'Finds everything that is wrong with scenario files, then says in words how each uncertain number was understood.',
    )
    .argument('<files...>', 'scenario files, or - for standard input')
    .option('--json', 'print the findings as JSON')
    .action(async (files: readonly string[], { json }: { readonly json?: true }) => {
      const found: Found[] = [];
      for (const file of files) found.push(await findingOf(file, session));
      const findings = found.map(({ finding }) => finding);
      await session.terminal.print(
        json === true ? jsonText(findings) : found.map((each) => asText(each, session)).join('\n'),
      );
      if (findings.some(({ ok }) => !ok)) session.end(exitCodes.badInput);
    });
  explain(command, {
    practice: 'know what you believe: every number with its range and its source, wrong and missing ones found first.',
    examples: [
      ['apportion check plan.yaml', 'all errors and warnings with their lines, then the numbers in words'],
      ['apportion check scenarios/*.yaml', 'several files at once'],
      ['apportion check - < plan.yaml', 'from standard input'],
    ],
  });
}

async function findingOf(file: string, { sources }: Session): Promise<Found> {
  const name = inputName(file);
  const { readScenarioFile } = await import('./scenario-file.ts');
  try {
    const { warnings, echo, believed } = await readScenarioFile(file, sources);
    return { finding: { file: name, ok: true, issues: warnings, assumptions: echo }, believed };
  } catch (error) {
    if (!(error instanceof ScenarioError)) throw error;
    return { finding: { file: name, ok: false, issues: error.issues, assumptions: [] }, believed: [] };
  }
}

function asText({ finding, believed }: Found, { terminal, words, sources }: Session): string {
  const { file, ok, issues, assumptions } = finding;
  const { paint, room } = terminal;
  const { say } = words;
  const count = assumptions.length;
  const numbers = count === 0 ? 'no uncertain numbers' : `${count} uncertain number${count === 1 ? '' : 's'}`;
  const counts = [...countTexts(issues), ...(ok ? [numbers] : [])].map(say).join(say(', '));
  const lines = [
    ...issueLines({ issues, source: (name) => sources.get(name), paint, words }),
    ...(issues.length === 0 ? [] : ['']),
    paint(ok ? 'good' : 'bad', `${plain(say(file))}${say(': ')}${counts}`),
  ];
  const understood = assumptions.map((each, k) => ({ ...each, words: words.understood(believed[k]!) }));
  if (count > 0) lines.push('', ...echoLines(understood, { width: room, paint, words }));
  return `${lines.join('\n')}\n`;
}
