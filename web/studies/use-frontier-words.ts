import type { Frontier } from '../../src/domain.ts';
import * as chinese from '../../src/report/chinese/frontier.ts';
import { frontierCaveats } from '../../src/report/sentences/frontier-caveats.ts';
import { frontierHeadline } from '../../src/report/sentences/frontier.ts';
import type { Headline } from '../../src/report/sentences/headline-walk.ts';
import { useWordsOf, type ByLanguage } from '../languages/language.ts';

/** What is said of a frontier. */
interface FrontierWords {
  readonly headline: (frontier: Frontier) => Headline;
  readonly caveats: (frontier: Frontier) => readonly string[];
}

const english: FrontierWords = { headline: frontierHeadline, caveats: frontierCaveats };

/** Texts of this view by language, fetched with it. */
const FRONTIER_WORDS: ByLanguage<FrontierWords> = {
  en: english,
  'zh-CN': { headline: chinese.frontierHeadline, caveats: chinese.frontierCaveats },
};

export function useFrontierWords(): FrontierWords {
  return useWordsOf(FRONTIER_WORDS);
}
