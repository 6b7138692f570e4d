import type { Estimate } from '../../domain.ts';
import type { Driver, Influence, Member } from '../../sensitivity/influence.ts';
import { figure } from '../numbers/estimate.ts';
import { grouped } from '../numbers/grouped.ts';
import { percent } from '../numbers/exact.ts';
import { rough } from '../numbers/rough.ts';
import { goalWords } from '../sentences/words.ts';
import { shortened } from './display-width.ts';
import type { Look, Section } from './page.ts';
import { sheetText, type SheetOptions } from './sheet.ts';
import { table, type Cell } from './table.ts';
import { wrapItems } from './wrap.ts';

const MOST_DRIVERS = 12;
const LONGEST_LABEL = 40;
const LONGEST_BAR = 16;

/** A sensitivity analysis for people, as text that ends with a line end. */
export function sensitivityText(influence: Influence, options: SheetOptions = {}): string {
  return sheetText(
    {
      scenario: influence.scenario,
      headline: (words) => words.sensitivity.headline(influence),
      sections: (look) => [driversSection(influence, look), stepsSection(influence, look)],
      sure: (words) => words.sensitivity.sure(influence),
      notes: influence.notes,
    },
    options,
  );
}

interface Line {
  readonly driver: Driver;
  readonly member: Member;
  readonly first: boolean;
}

/** What makes the outcome uncertain, the most influential first. */
function driversSection(influence: Influence, look: Look): Section | undefined {
  const lines = influence.drivers
    .slice(0, MOST_DRIVERS)
    .flatMap((driver) => driver.members.map((member, k): Line => ({ driver, member, first: k === 0 })));
  if (lines.length === 0) return undefined;
  const { noun, kind } = goalWords(influence.figure.maximize);
  const most = Math.max(...influence.drivers.map(({ total }) => total.value));
  return {
    title: `What makes ${noun} uncertain`,
    lines: table(
      [
        {
          heading: '',
          align: 'left',
          cells: lines.map(({ member, first, driver }) => ({
            text: shortened(
              `${driver.members.length > 1 && !first ? '+ ' : ''}${look.words.assumption(influence, member.id)}`,
              LONGEST_LABEL,
            ),
          })),
        },
        {
          heading: 'with\nothers',
          align: 'right',
          cells: lines.map(({ driver, first }) => (first ? share(driver.total) : { text: '' })),
        },
        {
          heading: '',
          align: 'left',
          cells: lines.map(({ driver, first }) => ({
            text: first && most > 0 ? '█'.repeat(Math.round((driver.total.value / most) * LONGEST_BAR)) : '',
          })),
        },
        { heading: 'alone', align: 'right', cells: lines.map(({ member }) => share(member.first)) },
        ...(lines.some(({ member }) => member.fair !== undefined)
          ? [
              {
                heading: 'fair\nshare',
                align: 'right' as const,
                cells: lines.map(({ member: { fair } }) => (fair === undefined ? { text: '' } : share(fair))),
              },
            ]
          : []),
        {
          heading: 'rank\ncorrelation',
          align: 'right',
          cells: lines.map(({ member: { rank } }) => ({ text: grouped(rank.value, 2) })),
        },
        {
          heading: `${noun} in its\nlowest tenth`,
          align: 'right',
          cells: lines.map(({ member }) => ({ text: rough(member.tenths[0].value, kind) })),
        },
        {
          heading: 'highest\ntenth',
          align: 'right',
          cells: lines.map(({ member }) => ({ text: rough(member.tenths[1].value, kind) })),
        },
      ],
      look,
    ),
  };
}

/** A share of the variance in percent; noise puts some a little below 0. */
function share({ value, standardError }: Estimate): Cell {
  const { text, noise } = figure({ value: Math.max(0, value) * 100, standardError: standardError * 100 }, 'ratio');
  return standardError > 0
    ? { text: `${text}\u00a0%`, ...(noise === undefined ? {} : { noise }) }
    : { text: percent(Math.max(0, value), 1) };
}

function stepsSection(influence: Influence, look: Look): Section | undefined {
  const texts = look.words.sensitivity.steps(influence);
  return texts.length === 0
    ? undefined
    : { title: 'The step of each funnel to look at first', lines: wrapItems(texts, look.width) };
}
