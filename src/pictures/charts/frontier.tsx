import type { Frontier, FrontierPlan } from '../../domain.ts';
import { chanceFigure } from '../../report/numbers/estimate.ts';
import { percent } from '../../report/numbers/exact.ts';
import { roughRange } from '../../report/numbers/rough.ts';
import type { FoundPoint } from '../../report/sentences/frontier-words.ts';
import type { Chart } from '../chart.ts';
import { FrontierPicture } from '../frontier-picture.tsx';
import type { ChartWords } from '../words.ts';
import { money } from './plans-shown.ts';

const HEIGHT = 340;

/** The best plans from bold to cautious, or by budget, and where today's plan lies; nothing where no plan was found. */
export function frontierChart(frontier: Frontier, words: ChartWords): Chart | undefined {
  const found = frontier.points.filter((point): point is FoundPoint => point.status === 'found');
  if (found.length === 0) return undefined;
  const { by, beside, figure, worst, draws } = frontier;
  const { currency } = frontier.scenario;
  const { title, caption, across, names, summary, columns, plan: numbered } = words.frontier;
  type Plan = Omit<FrontierPlan, 'name'>;
  const at = (plan: Plan) => (by === 'risk' ? plan.worstMean.value : plan.totalSpend);
  const nameOf = (point: FoundPoint, k: number) =>
    words.listed(point.names.map((name) => names[name])) || numbered(k + 1);
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
        ...found.map((point, k) => row(nameOf(point, k), point)),
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
        points={found.map((point) => ({
          x: at(point),
          y: point.mean.value,
          ...(point.names.length === 0 ? {} : { label: words.listed(point.names.map((name) => names[name])) }),
        }))}
        beside={beside.map((plan) => ({ x: at(plan), y: plan.mean.value, label: names[plan.name] }))}
        listed={words.listed}
        tick={words.tick}
        across={across(by, words.number(percent(worst, 0)), currency)}
      />
    ),
  };
}
