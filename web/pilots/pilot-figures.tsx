import type { InformationValue, PilotSize } from '../../src/information/information-value.ts';
import { figure } from '../../src/report/numbers/estimate.ts';
import { rough } from '../../src/report/numbers/rough.ts';
import { FigureText } from '../parts/figure-text.tsx';
import { Tile } from '../result/tile.tsx';
import { currencyOf, kindOf } from '../stress/figure-kind.ts';
import { usePilotWords } from './use-pilot-words.ts';

export interface PilotFiguresProps {
  readonly found: InformationValue;
  readonly size: PilotSize;
}

/** What a pilot is worth, costs, and should bring. */
export function PilotFigures({ found, size: { value, cost, customers } }: PilotFiguresProps) {
  const words = usePilotWords().own;
  return (
    <dl class="figures" aria-label={words.figures}>
      <Tile name={words.worthFigure(currencyOf(found))}>
        <FigureText {...figure(value, kindOf(found))} />
      </Tile>
      <Tile name={words.costFigure(found.scenario.currency)}>
        <FigureText {...figure(cost, 'money')} />
      </Tile>
      <Tile name={words.customersFigure}>{rough(customers, 'count')}</Tile>
    </dl>
  );
}
