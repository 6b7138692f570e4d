import type { Outcome } from '../../src/importers/exports/stages.ts';
import { useCell } from '../state/use-cell.ts';
import type { ImportState } from './import-state.ts';
import { useImportWords } from './use-import-words.ts';
import type { Joined } from './wire.ts';

export interface MeaningsProps {
  readonly state: ImportState;
  readonly joined: Joined;
}

/** Texts beside which nobody types another one by hand. */
const MOST_SHOWN = 60;

const OUTCOMES: readonly Outcome[] = ['won', 'lost', 'open'];

/** Which channel each source is, and how a stage of deals ends: words of the planner's own, to be put right. */
export function Meanings({ state, joined: { sources, stages } }: MeaningsProps) {
  const words = useImportWords();
  const wishes = useCell(state.wishes);
  const nameChannel = (source: string, channel: string) => {
    const { [source]: _, ...others } = wishes.map;
    state.wish({ map: channel === '' ? others : { ...others, [source]: channel } });
  };
  const channels = [...new Set(sources.map(({ channel }) => channel))].toSorted();
  return (
    <>
      {sources.length > 0 && (
        <details>
          <summary>{words.sources.title(sources.length)}</summary>
          <p class="note">{words.sources.hint}</p>
          <datalist id="import-channels">
            {channels.map((channel) => (
              <option key={channel} value={channel} />
            ))}
          </datalist>
          <div class="pairs">
            {sources.slice(0, MOST_SHOWN).map(({ source, channel }) => (
              <label key={source}>
                <span class="label">{source}</span>
                <input
                  type="text"
                  list="import-channels"
                  value={channel}
                  onChange={({ currentTarget }) => nameChannel(source, currentTarget.value.trim())}
                />
              </label>
            ))}
          </div>
          <More of={sources.length} />
        </details>
      )}
      {stages.length > 0 && (
        <details>
          <summary>{words.stages.title(stages.length)}</summary>
          <p class="note">{words.stages.hint}</p>
          <div class="pairs">
            {stages.slice(0, MOST_SHOWN).map(({ stage, outcome }) => (
              <label key={stage}>
                <span class="label">{stage}</span>
                <select
                  value={outcome}
                  onChange={({ currentTarget: { value } }) => {
                    const chosen = OUTCOMES.find((one) => one === value);
                    if (chosen !== undefined) state.wish({ stages: { ...wishes.stages, [stage]: chosen } });
                  }}
                >
                  {OUTCOMES.map((one) => (
                    <option key={one} value={one}>
                      {words.stages.outcomes[one]}
                    </option>
                  ))}
                </select>
              </label>
            ))}
          </div>
          <More of={stages.length} />
        </details>
      )}
    </>
  );
}

function More({ of }: { readonly of: number }) {
  const words = useImportWords();
  return of > MOST_SHOWN ? <p class="note">{words.more(of - MOST_SHOWN)}</p> : null;
}
