import { exact } from '../../src/report/numbers/exact.ts';
import { usePageWords } from '../languages/language.ts';
import type { Page } from '../state/page.ts';
import { useCell } from '../state/use-cell.ts';

/** Numbers of draws to choose from; the engine wants 16 sets of a power of two. */
const DRAWS = [4_096, 16_384, 65_536, 262_144, 1_048_576] as const;

const LONGEST_SEED = 100;

/** How many draws, and which. */
export function Settings({ page }: { readonly page: Page }) {
  const words = usePageWords().run;
  const settings = useCell(page.settings);
  return (
    <div class="settings">
      <label>
        <span class="label">{words.draws}</span>
        <select
          value={settings.draws}
          onChange={({ currentTarget }) => page.settings.set({ ...settings, draws: Number(currentTarget.value) })}
        >
          {DRAWS.map((draws) => (
            <option key={draws} value={draws}>
              {exact(draws, 'count')}
            </option>
          ))}
        </select>
      </label>
      <label>
        <span class="label">{words.seed}</span>
        <input
          type="text"
          maxLength={LONGEST_SEED}
          value={settings.seed}
          onInput={({ currentTarget }) => page.settings.set({ ...settings, seed: currentTarget.value })}
        />
      </label>
    </div>
  );
}
