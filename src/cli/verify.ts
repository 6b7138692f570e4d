import { Option, type Command } from 'commander';
import type { PeriodUnit } from '../domain.ts';
import { openNodeEngine } from '../node.ts';
import { readRecord } from '../runs/record/read-record.ts';
import { jsonText } from '../report/json.ts';
import type { TextWords } from '../report/languages/text-words.ts';
import { verdictText } from '../report/sentences/verdict.ts';
import { noPaint } from '../report/text/paint.ts';
import { plain } from '../report/plain.ts';
import { table, type Column } from '../report/text/table.ts';
import { wrap } from '../report/text/wrap.ts';
import { verify, type Verification } from '../runs/verify.ts';
import { decisionRows, type DecisionRow } from '../runs/verify/decision-rows.ts';
import { wholeNumber } from './arguments.ts';
import { exitCodes } from './exit.ts';
import { explain } from './help.ts';
import { progressOn } from './progress.ts';
import { inputName, readInput } from './read-input.ts';
import { WORKER } from './run-shown.ts';
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
      new Option(
        '--workers <number>',
        'threads to work on, 0 for none (standard: one per processor, none for little work)',
      ).argParser(wholeNumber({ least: 0, most: 64 })),
    )
    .option('--json', 'print what was found as JSON')
    .action(async (file: string, { workers, json }: Choices) => {
      const record = readRecord(await readInput(file), inputName(file));
      for (const { name, text } of record.files) session.sources.set(name, text);
      session.listen();
      const engine = openNodeEngine({ entry: WORKER, ...(workers === undefined ? {} : { workers }) });
      const progress = progressOn(session, record.options.gap);
      try {
        const found = await verify(engine, record, { signal: session.signal, onProgress: progress.show });
        progress.clear();
        await session.terminal.print(json === true ? jsonText(found) : verificationText(found, session));
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

function verificationText(found: Verification, { terminal: { width }, words }: Session): string {
  const { engine, made, scenario, files } = found;
  const { say } = words;
  const when = made === undefined ? '' : `, made ${plain(made)}`;
  const recorded = plain(engine.recorded ?? '');
  const lines = [
    ...wrap(`${plain(scenario.name)}${say(': ')}${say(verdictText(found))}`, width),
    ...wrap(say(`Record of engine ${recorded}${when}; run again by engine ${engine.found}.`), width),
    ...files
      .filter(({ same }) => !same)
      .flatMap(({ name }) => wrap(say(`The text of ${plain(name)} is not the one that was recorded.`), width)),
    ...saidOf(found).flatMap((text) => wrap(say(text), width)),
    '',
    ...table(columnsOf(found, words), { width, paint: noPaint, words }),
  ];
  return `${lines.join('\n').replaceAll('\u00a0', ' ')}\n`;
}

/** What the decision said: the first sentence, or those that are only on one side. */
function saidOf({ decision: { headline } }: Verification): readonly string[] {
  const { recorded = [], found = [], same } = headline;
  if (same) return [`Decision: ${plain(found[0] ?? '')}`];
  const only = (own: readonly string[], other: readonly string[]) => own.filter((text) => !other.includes(text));
  return [
    ...only(recorded, found).map((text) => `Only recorded: ${plain(text)}`),
    ...only(found, recorded).map((text) => `Only found again: ${plain(text)}`),
  ];
}

const ROWS: Readonly<Record<Exclude<DecisionRow['of']['kind'], 'spend'>, string>> = {
  plan: 'Plan',
  expectedProfit: 'Expected profit',
  worstTenth: 'Mean of the worst tenth',
  chanceOfLoss: 'Chance of a loss',
};

function columnsOf(found: Verification, { say, periods }: TextWords): readonly Column[] {
  const rows = decisionRows(found);
  const column = (heading: string, align: Column['align'], text: (row: DecisionRow) => string): Column => ({
    heading,
    align,
    cells: rows.map((row) => ({ text: text(row) })),
  });
  return [
    column('Decision', 'left', ({ of }) =>
      of.kind === 'spend' ? spendText(of, found.scenario.unit, { say, periods }) : say(ROWS[of.kind]),
    ),
    column('recorded', 'right', ({ of, recorded }) => (of.kind === 'plan' ? say(recorded) : recorded)),
    column('found again', 'right', ({ of, found: again }) => (of.kind === 'plan' ? say(again) : again)),
    column('', 'left', ({ same }) => (same ? '' : say('differs'))),
  ];
}

function spendText(
  { channel, period }: Extract<DecisionRow['of'], { kind: 'spend' }>,
  unit: PeriodUnit,
  { say, periods }: Pick<TextWords, 'say' | 'periods'>,
): string {
  const spend = say(`Spend on ${channel}`);
  return period === undefined ? spend : `${spend}${say(', ')}${periods([period], unit)}`;
}
