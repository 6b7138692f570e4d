import type { Frontier } from '../../domain.ts';
import { frontierWords } from '../sentences/frontier-words.ts';
import { upperFirst } from '../sentences/upper-first.ts';
import type { FrontierRow } from './frontier-rows.ts';
import type { Look, Section } from './page.ts';
import { scatter, type Mark, type Place } from './scatter.ts';

/** Mean against worst cases or budget, plan by plan. */
export function frontierPicture(
  frontier: Frontier,
  rows: readonly FrontierRow[],
  { width, paint, words: { say, tick } }: Look,
): Section {
  const { mean, kind, worst } = frontierWords(frontier);
  const unit = kind === 'money' ? `, ${frontier.scenario.currency}` : '';
  const right = frontier.by === 'risk' ? `mean of the ${worst}` : 'budget';
  const place = ({ plan }: FrontierRow) => ({ x: across(frontier, plan), y: plan.mean.value });
  const line = rows.filter(({ point }) => point !== undefined).map(place);
  const shown = rows.filter((row) => row.point !== undefined || leavesRoom(line, place(row)));
  const legend = [
    say('1, 2, … best plans'),
    ...rows
      .filter(({ point }) => point === undefined)
      .map((row) => `${row.sign} ${say(row.name)}${shown.includes(row) ? '' : say(': outside')}`),
  ];
  return {
    title: `${say(`${upperFirst(mean)}${unit}, by ${right}`)}${say(' (')}${legend.join(say('; '))}${say(')')}`,
    lines: scatter({
      marks: shown.map((row): Mark => ({ ...place(row), sign: row.sign, style: styleOf(row) })),
      line,
      width,
      labels: (values) => values.map((value) => tick(value, values)),
      paint,
    }),
  };
}

/** A plan beside the frontier is left out of the picture where it would squeeze that below this share of an axis. */
const LEAST_ROOM = 0.2;

function leavesRoom(line: readonly Place[], { x, y }: Place): boolean {
  if (line.length < 2) return true;
  return [
    { own: line.map((place) => place.x), other: x },
    { own: line.map((place) => place.y), other: y },
  ].every(({ own, other }) => {
    const [low, high] = [Math.min(...own), Math.max(...own)];
    return high - low >= LEAST_ROOM * (Math.max(high, other) - Math.min(low, other));
  });
}

/** What lies on the axis to the right. */
function across({ by }: Frontier, { worstMean, totalSpend }: FrontierRow['plan']): number {
  return by === 'risk' ? worstMean.value : totalSpend;
}

function styleOf({ point, plan }: FrontierRow): Mark['style'] {
  if (point === undefined) return 'bad';
  return plan.beatenBy === undefined ? 'accent' : 'faint';
}
