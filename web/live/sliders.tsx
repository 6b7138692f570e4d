import { useRef, useState } from 'preact/hooks';
import type { Report } from '../../src/domain.ts';
import { amount } from '../../src/report/numbers/exact.ts';
import { channelLabel } from '../../src/report/sentences/names.ts';
import { useWords } from '../languages/language.ts';
import { useCell } from '../state/use-cell.ts';
import type { LiveState } from './live-state.ts';
import { budgetField, isTrying, NO_TRIAL, stepOf, type Trial } from './trial.ts';

export interface SlidersProps {
  readonly live: LiveState;
  readonly report: Report;
  readonly proven: Report | undefined;
}

/** A budget slider reaches so many times the budget, a channel's so many times what anyone speaks of. */
const BUDGET_ROOM = 2;
const CHANNEL_ROOM = 1.5;

/** The budget and the channels' sums as sliders: what is moved is tried out at once, and can be written into the file. */
export function Sliders({ live, report, proven }: SlidersProps) {
  const { views, result } = useWords();
  const words = views.live;
  const trial = useCell(live.trial);
  // Open where one has been at it before, and then as one leaves it.
  const [wasTrying] = useState(isTrying(trial));
  const summary = useRef<HTMLElement>(null);
  const { budget, currency } = report.scenario;
  const field = budgetField(budget);
  const [today, last] = [report.plans[0]!, report.plans.at(-1)!];
  // The button goes once it is pressed: the focus, before it.
  const end = (how: () => void) => {
    summary.current!.focus();
    how();
  };
  const setTotals = (totals: Trial['totals']) => live.trial.set({ ...live.trial.get(), totals });
  return (
    <details class="sliders" open={wasTrying}>
      <summary ref={summary}>{words.controls}</summary>
      <p class="note">{words.controlsNote}</p>
      {field !== undefined && (
        <Slider
          name={result.figures.inCurrency(words.budget, currency)}
          value={trial.budget ?? budget[field]!}
          most={BUDGET_ROOM * Math.max(budget[field]!, today.totalSpend)}
          held={trial.budget !== undefined}
          onMove={(value) => live.trial.set({ ...live.trial.get(), budget: value })}
          onFree={() => live.trial.set({ totals: live.trial.get().totals })}
        />
      )}
      {last.channels.map(({ name, spend }, c) => {
        const near = proven?.ranges?.channels.find((channel) => channel.name === name);
        const held = trial.totals[name];
        return (
          <Slider
            key={name}
            name={channelLabel(report, name)}
            value={held ?? spend}
            most={
              CHANNEL_ROOM *
              Math.max(today.channels[c]!.spend, spend, near?.most.total ?? 0, last.totalSpend / last.channels.length)
            }
            {...(near === undefined ? {} : { near: [near.least.total, near.most.total] as const })}
            held={held !== undefined}
            onMove={(value) => setTotals({ ...live.trial.get().totals, [name]: value })}
            onFree={() => {
              const { [name]: _, ...others } = live.trial.get().totals;
              setTotals(others);
            }}
          />
        );
      })}
      {isTrying(trial) && (
        <div class="actions">
          <button type="button" onClick={() => end(() => void live.adopt())}>
            {words.adopt}
          </button>
          <button type="button" onClick={() => end(() => live.trial.set(NO_TRIAL))}>
            {words.reset}
          </button>
        </div>
      )}
    </details>
  );
}

interface SliderProps {
  readonly name: string;
  readonly value: number;
  readonly most: number;
  /** Where the plan stays nearly as good. */
  readonly near?: readonly [number, number];
  /** The planner has set it. */
  readonly held: boolean;
  readonly onMove: (value: number) => void;
  readonly onFree: () => void;
}

function Slider({ name, value, most, near, held, onMove, onFree }: SliderProps) {
  const { live: words } = useWords().views;
  const input = useRef<HTMLInputElement>(null);
  const top = Math.max(most, value) || 1;
  const place = (at: number) => `${(100 * Math.min(at, top)) / top}%`;
  return (
    <div class={`slider${held ? ' held' : ''}`}>
      <label>
        <span class="label">{name}</span>
        <span class="track">
          {near !== undefined && (
            <svg class="near" aria-hidden="true">
              <rect x={place(near[0])} width={`${(100 * (Math.min(near[1], top) - near[0])) / top}%`} height="100%" />
            </svg>
          )}
          <input
            ref={input}
            type="range"
            min={0}
            max={top}
            step={stepOf(top)}
            value={value}
            aria-valuetext={
              near === undefined ? amount(value) : `${amount(value)}; ${words.near(amount(near[0]), amount(near[1]))}`
            }
            onInput={({ currentTarget }) => onMove(currentTarget.valueAsNumber)}
          />
        </span>
        <output>{amount(value)}</output>
      </label>
      {held && (
        <button
          type="button"
          class="quiet"
          aria-label={words.setFree(name)}
          onClick={() => {
            input.current!.focus();
            onFree();
          }}
        >
          {words.free}
        </button>
      )}
    </div>
  );
}
