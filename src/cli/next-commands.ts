import type { Report, Scenario } from '../domain.ts';
import type { Section } from '../report/text/page.ts';
import type { Session } from './session.ts';

interface NextInput {
  readonly report: Report;
  readonly scenario: Scenario;
  readonly session: Pick<Session, 'call' | 'words'>;
}

/** Command lines that answer what one asks next. */
export function nextCommands(file: string, { report, scenario, session }: NextInput): readonly Section[] {
  if (file === '-') return [];
  const name = quoted(file);
  const [stress] = Object.entries(scenario.stresses);
  const lines: (readonly [line: string, purpose: string])[] = [
    ...(report.kind === 'simulation'
      ? [[`optimize ${name}`, 'the best plan under your limits'] as const]
      : report.optimization !== undefined && 'plan' in report.optimization && report.past === undefined
        ? [[`stress ${name} --plan recommended`, 'what it can lose, and what to do about it'] as const]
        : []),
    ...(stress === undefined
      ? []
      : [
          [
            `${report.kind === 'simulation' ? 'simulate' : 'optimize'} ${name} --stress ${quoted(stress[0])}`,
            stressPurpose(stress[1].label ?? stress[0]),
          ] as const,
        ]),
    [`check ${name}`, 'how each uncertain number was understood'],
  ];
  return [
    {
      title: 'Next',
      lines: lines.flatMap(([line, purpose]) => [`  ${session.call} ${line}`, `      ${session.words.say(purpose)}`]),
    },
  ];
}

function stressPurpose(what: string): string {
  return `what if: ${what}`;
}

/** A word as a shell takes it. */
function quoted(word: string): string {
  return /^[\w./:=@%+-]+$/.test(word) ? word : `'${word.replaceAll("'", `'\\''`)}'`;
}
