import type { PageWords } from './languages/dictionary.ts';
import { languages, usePageWords } from './languages/language.ts';
import type { Cell } from './state/cell.ts';

export function Header({ language }: { readonly language: Cell<PageWords> }) {
  const words = usePageWords();
  const choose = async (code: string) => {
    const chosen = await languages.find((each) => each.code === code)?.load();
    // All at once: half a page in another language would be worse than a moment more of this one.
    if (chosen !== undefined) language.set(await chosen.whole());
  };
  return (
    <header>
      <h1>Apportion</h1>
      <p class="tagline">{words.tagline}</p>
      <label class="language">
        <span class="unseen">{words.language}</span>
        <select value={words.code} onChange={({ currentTarget }) => void choose(currentTarget.value)}>
          {languages.map(({ code, name }) => (
            <option key={code} value={code} lang={code}>
              {name}
            </option>
          ))}
        </select>
      </label>
    </header>
  );
}
