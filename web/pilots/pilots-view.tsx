import type { Page } from '../state/page.ts';
import type { Studies } from '../studies/studies.ts';
import { InformationView } from './information-view.tsx';
import { LessonsView } from './lessons-view.tsx';
import { OwnPilotView } from './own-pilot-view.tsx';

export interface PilotsViewProps {
  readonly page: Page;
  readonly studies: Studies;
}

/** What knowing more before deciding is worth, what a pilot of one's own tells, and what pilots have changed. */
export function PilotsView({ page, studies }: PilotsViewProps) {
  return (
    <>
      <InformationView page={page} studies={studies} />
      <OwnPilotView page={page} studies={studies} />
      <LessonsView page={page} studies={studies} />
    </>
  );
}
