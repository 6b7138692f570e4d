import { useRef } from 'preact/hooks';
import type { PlanSummary, Report } from '../../src/domain.ts';
import { percent } from '../../src/report/numbers/exact.ts';
import { isPoint, rangeOf } from '../../src/report/sentences/spread.ts';
import { useWords } from '../languages/language.ts';
import { useWidth } from '../parts/use-width.ts';
import { Table } from '../parts/table.tsx';
import { DistributionPicture, type NamedSpread } from '../../src/pictures/distribution-picture.tsx';
import { pageTheme } from '../../src/pictures/theme.ts';
import { planKind } from './plan-kind.ts';

/** Pixels; as in the style sheet. */
const HEIGHT = 260;

/** How profit is spread over the draws, today and recommended. Nothing where every draw has the same profit. */
export function ProfitSection({ report }: { readonly report: Report }) {
  const { report: say, result } = useWords();
  const words = result.picture;
  const box = useRef<HTMLDivElement>(null);
  const width = useWidth(box);
  const { currency } = report.scenario;
  const [today, recommended] = [report.plans[0]!, report.plans.at(-1)!];
  const plans = report.plans.length === 1 ? [today] : [today, recommended];
  const { edges } = today.profitDistribution;
  const nameOf = (kind: NamedSpread['kind']) =>
    words[kind === 'today' ? 'today' : planKind(report, report.plans.length - 1)];
  const spreads = plans.flatMap((plan): NamedSpread[] => {
    const range = rangeOf(plan);
    const kind = plan === today ? 'today' : 'recommended';
    const mean = meanOf(plan);
    const label = `${nameOf(kind)} ${say.short(Number(mean.toPrecision(3)))}`;
    return range === undefined || isPoint(range)
      ? []
      : [{ label, kind, range, mean, shares: plan.profitDistribution.shares }];
  });
  if (spreads.length === 0 || edges.length <= 2) return null;
  const text = ({ mean, range }: NamedSpread) => ({
    mean: short(mean),
    range: [short(range[0]), short(range[1])] as const,
  });
  const short = (value: number) => say.short(Number(value.toPrecision(3)));
  return (
    <section>
      <h3>{words.title}</h3>
      <p class="caption">
        {words.axis(currency)} (├─●─┤ {words.key})
      </p>
      <div class="picture" ref={box}>
        {width > 0 && (
          <DistributionPicture
            id="profit"
            title={words.title}
            description={words.describe(
              currency,
              spreads.map((spread) => ({ ...text(spread), name: nameOf(spread.kind) })),
            )}
            edges={edges}
            spreads={spreads}
            width={width}
            height={HEIGHT}
            tick={say.short}
            lossLabel={words.loss}
            theme={pageTheme}
          />
        )}
      </div>
      <details>
        <summary>{words.table}</summary>
        <Table
          caption={words.share}
          columns={[
            { heading: words.profit(currency) },
            ...spreads.map(({ kind }) => ({ heading: nameOf(kind), align: 'right' as const })),
          ]}
          rows={edges
            .slice(1)
            .map((edge, k) => [
              words.class(
                k === 0 ? undefined : say.short(edges[k]!),
                k === edges.length - 2 ? undefined : say.short(edge),
              ),
              ...spreads.map(({ shares }) => say.number(percent(shares[k]!, 1))),
            ])}
        />
      </details>
    </section>
  );
}

function meanOf(plan: PlanSummary): number {
  return plan.metrics['profit']!.mean.value;
}
