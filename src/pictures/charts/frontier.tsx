import type { Frontier, FrontierPlan } from '../../domain.ts';
import { chanceFigure } from '../../report/numbers/estimate.ts';
import { percent } from '../../report/numbers/exact.ts';
import { roughRange } from '../../report/numbers/rough.ts';
import { pointSign, type FoundPoint } from '../../report/sentences/frontier-words.ts';
import type { Chart } from '../chart.ts';
import { FrontierPicture } from '../frontier-picture.tsx';
import type { ChartWords } from '../words.ts';
import { money } from './plans-shown.ts';

const HEIGHT = 340;

/** The best plans from bold to cautious, or by budget, and where today's plan lies; nothing where no plan was found. */
export function frontierChart(frontier: Frontier, words: ChartWords): Chart | undefined {
  const { by, points, beside, figure, worst, draws, knee } = frontier;
  const found = points.filter((point): point is FoundPoint => point.status === 'found');
  if (found.length === 0) return undefined;
  const { currency } = frontier.scenario;
  const { title, caption, across, names, summary, columns, point: signed } = words.frontier;
  type Plan = Omit<FrontierPlan, 'name'>;
  const at = (plan: Plan) => (by === 'risk' ? plan.worstMean.value : plan.totalSpend);
  const namesOf = (point: FoundPoint) => words.listed(point.names.map((name) => names[name]));
  const called = (point: FoundPoint, listed: string) => signed(pointSign(points.indexOf(point)), listed);
  /** Points that sentences tell of: where the frontier bends, and what other plans are beaten by. */
  const told = [knee?.at, ...beside.map(({ beatenBy }) => beatenBy)];
  const [first, last] = [found[0]!, found.at(-1)!];
  const means = roughRange([first.mean.value, last.mean.value], 'money');
  const places = roughRange([at(first), at(last)], 'money');
  const description = summary(found.length, [means[0], places[0]], [means[1], places[1]], by);
  const row = (name: string, plan: Plan) => [
    name,
    money(plan.totalSpend),
    money(plan.mean.value),
    money(plan.worstMean.value),
    words.number(chanceFigure(plan.chanceOfLoss, draws.judging).text),
  ];
  return {
    id: `frontier-${by}`,
    title: title[by],
    caption: caption(figure.maximize, currency),
    summary: description,
    table: {
      columns: columns(by),
      rows: [
        ...found.map((point) => row(called(point, namesOf(point)), point)),
        ...beside.map((plan) => row(names[plan.name], plan)),
      ],
    },
    draw: (width, theme) => (
      <FrontierPicture
        id={`frontier-${by}`}
        title={title[by]}
        description={description}
        width={width}
        height={HEIGHT}
        theme={theme}
        points={found.map((point) => {
          const label = namesOf(point) || (told.includes(points.indexOf(point)) ? called(point, '') : '');
          return { x: at(point), y: point.mean.value, ...(label === '' ? {} : { label }) };
        })}
        beside={beside.map((plan) => ({ x: at(plan), y: plan.mean.value, label: names[plan.name] }))}
        listed={words.listed}
        tick={words.tick}
        across={across(by, words.number(percent(worst, 0)), currency)}
      />
    ),
  };
}
