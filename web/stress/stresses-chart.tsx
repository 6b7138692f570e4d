import type { Chart } from '../../src/pictures/chart.ts';
import { NamedBarsPicture } from '../../src/pictures/named-bars-picture.tsx';
import type { ChartWords } from '../../src/pictures/words.ts';
import { chanceFigure, changeFigure, figure, inline } from '../../src/report/numbers/estimate.ts';
import type { StressResult, StressTest } from '../../src/stress/stress-test.ts';
import type { StressWords } from '../languages/stress-words.ts';
import { paragraph } from '../languages/paragraph.ts';
import { currencyOf, kindOf } from './figure-kind.ts';

/** What each stress costs the plan as it is, and what is left of that after reacting; nothing where none can happen. */
export function stressesChart(test: StressTest, words: StressWords, { tick, number }: ChartWords): Chart | undefined {
  const { stresses, baseline, draws } = test;
  if (stresses.length === 0) return undefined;
  const { title, caption, headline, reacted, note, columns, label, without } = words.stresses;
  const { maximize } = test.figure;
  const kind = kindOf(test);
  const reacts = stresses.some(({ reaction }) => reaction !== undefined);
  const loses = baseline.chanceOfLoss !== undefined;
  const [stress, expected, change, worst, loss, standing, after] = columns;
  const chance = (estimate: StressResult['standing']) => number(inline(chanceFigure(estimate, draws.judging)));
  return {
    id: 'stresses',
    title: title(maximize),
    caption: caption(maximize, currencyOf(test)),
    summary: paragraph(reacts ? [note, reacted] : [note]),
    table: {
      columns: [stress, expected, change, worst, ...(loses ? [loss] : []), standing, ...(reacts ? [after] : [])],
      rows: [
        [
          without,
          inline(figure(baseline.mean, kind)),
          '',
          inline(figure(baseline.worstMean, kind)),
          ...(loses ? [chance(baseline.chanceOfLoss)] : []),
          '',
          ...(reacts ? [''] : []),
        ],
        ...stresses.map((result) => [
          label(result),
          inline(figure(result.outcome.mean, kind)),
          inline(changeFigure(result.change.mean, kind)),
          inline(figure(result.outcome.worstMean, kind)),
          ...(loses ? [chance(result.outcome.chanceOfLoss!)] : []),
          chance(result.standing),
          ...(reacts ? [afterReacting(result, kind)] : []),
        ]),
      ],
    },
    draw: (width, theme) => (
      <NamedBarsPicture
        id="stresses"
        title={title(maximize)}
        description={headline(test).first}
        width={width}
        theme={theme}
        rows={stresses.map((result) => {
          const { mean } = result.change;
          const { reaction } = result;
          return {
            name: label(result),
            text: changeFigure(mean, kind).text,
            tone: mean.value < 0 ? ('loss' as const) : ('gain' as const),
            from: 0,
            to: mean.value,
            ...(reaction?.status === 'found' ? { mark: mean.value + reaction.regained.value } : {}),
          };
        })}
        tick={tick}
      />
    ),
  };
}

function afterReacting({ reaction }: StressResult, kind: ReturnType<typeof kindOf>): string {
  return reaction?.status === 'found' ? inline(figure(reaction.mean, kind)) : '';
}
