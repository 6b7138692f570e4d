import type { Page } from '../state/page.ts';
import type { Studies } from './studies.ts';

/** What a view gets that asks questions about the scenario of the page. */
export interface StudyViewProps {
  readonly page: Page;
  readonly studies: Studies;
}
