import { InformationView } from './information-view.tsx';
import { LessonsView } from './lessons-view.tsx';
import { OwnPilotView } from './own-pilot-view.tsx';
import type { StudyViewProps } from '../studies/study-view-props.ts';

/** What knowing more before deciding is worth, what a pilot of one's own tells, and what pilots have changed. */
export function PilotsView({ page, studies }: StudyViewProps) {
  return (
    <>
      <InformationView page={page} studies={studies} />
      <OwnPilotView page={page} studies={studies} />
      <LessonsView page={page} studies={studies} />
    </>
  );
}
