import type { PageWords } from './languages/dictionary.ts';
import { languages, usePageWords } from './languages/language.ts';
import type { Cell } from './state/cell.ts';

export function Header({ language }: { readonly language: Cell<PageWords> }) {
  const words = usePageWords();
  const choose = (code: string) => {
    const chosen = languages.find((each) => each.code === code);
    void chosen?.load().then((dictionary) => language.set(dictionary));
  };
  return (
    <header>
      <h1>Apportion</h1>
      <p class="tagline">{words.tagline}</p>
      <label class="language">
        <span class="unseen">{words.language}</span>
        <select value={words.code} onChange={({ currentTarget }) => choose(currentTarget.value)}>
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
