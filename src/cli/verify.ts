import { Option, type Command } from 'commander';
import { openNodeEngine } from '../node.ts';
import { readRecord, type Decision } from '../runs/record.ts';
import { jsonText } from '../report/json.ts';
import { amount } from '../report/numbers/exact.ts';
import { rough } from '../report/numbers/rough.ts';
import { plain } from '../report/text/plain.ts';
import { wrap } from '../report/text/wrap.ts';
import { verify, type Verification } from '../runs/verify.ts';
import { wholeNumber } from './arguments.ts';
import { exitCodes } from './exit.ts';
import { explain } from './help.ts';
import { progressOn } from './progress.ts';
import { inputName, readInput } from './read-input.ts';
import { WORKER } from './run-report.ts';
import type { Session } from './session.ts';

interface Choices {
  readonly workers?: number;
  readonly json?: true;
}

/** `apportion verify RECORD`: run a recorded decision again and compare. */
export function addVerify(program: Command, session: Session): void {
  const command = program
    .command('verify')
    .summary('run a recorded decision again and compare')
    .description(
      'Runs a recorded decision again, from the files and options that it holds, and compares every figure to the last bit. Ends with 0 when all is the same, and with 1 when it is not.',
    )
    .argument('<record>', 'record written by `--record`, or - for standard input')
    .addOption(
      new Option('--workers <number>', 'threads to work on, 0 for none (standard: one per processor)').argParser(
        wholeNumber({ least: 0, most: 64 }),
      ),
    )
    .option('--json', 'print what was found as JSON')
    .action(async (file: string, { workers, json }: Choices) => {
      const record = readRecord(await readInput(file), inputName(file));
      for (const { name, text } of record.files) session.sources.set(name, text);
      const engine = openNodeEngine({ entry: WORKER, ...(workers === undefined ? {} : { workers }) });
      const progress = progressOn(session.terminal, record.options.gap);
      try {
        const found = await verify(engine, record, { signal: session.signal, onProgress: progress.show });
        progress.clear();
        await session.terminal.print(json === true ? jsonText(found) : verificationText(found, session.terminal.width));
        if (found.verdict !== 'same') session.end(exitCodes.noPlan);
      } finally {
        progress.clear();
        await engine.close();
      }
    });
  explain(command, {
    practice: 'decide on the record: what was believed, what was asked, and that the answer follows from it.',
    examples: [
      ['apportion optimize plan.yaml --record decision.json', 'decide, and keep a record'],
      ['apportion verify decision.json', 'does the same come out again?'],
    ],
  });
}

function verificationText(found: Verification, width = 100): string {
  const { recorded, here } = found.engine;
  const made = found.made === undefined ? '' : `, made ${plain(found.made)}`;
  const lines = [
    ...wrap(`${plain(found.scenario)}: ${verdictText(found)}`, width),
    ...wrap(`Record of engine ${plain(recorded)}${made}; run again by engine ${here}.`, width),
    ...found.alteredFiles.flatMap((name) =>
      wrap(`The text of ${plain(name)} is not the one that was recorded.`, width),
    ),
    ...(found.sameDecision ? [] : wrap(`Recorded: ${decisionText(found.recorded)}`, width)),
    ...wrap(`${found.sameDecision ? 'Decision' : 'Found'}: ${decisionText(found.found)}`, width),
  ];
  return `${lines.join('\n').replaceAll('\u00a0', ' ')}\n`;
}

function verdictText({ verdict, engine }: Verification): string {
  if (verdict === 'same') return 'the same comes out again, to the last bit.';
  if (verdict === 'altered') return 'something else comes out: the record is not as it was made.';
  return `other figures come out of engine ${engine.here} than of ${plain(engine.recorded)}; the changelog says why under Results.`;
}

/** A record may hold anything, so nothing in it is taken for granted. */
function decisionText({ plan, spend, expectedProfit }: Partial<Decision>): string {
  const total = (amounts: readonly number[]) => amounts.reduce((sum, each) => sum + each, 0);
  const parts = Object.entries(spend ?? {}).map(([name, amounts]) => `${plain(name)} ${amount(total(amounts))}`);
  return `the plan ${plain(String(plan))} with ${parts.join(', ')}; expected profit ${rough(Number(expectedProfit), 'money')}.`;
}
