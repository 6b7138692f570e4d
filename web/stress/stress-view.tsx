import { useState } from 'preact/hooks';
import type { TestedPlan } from '../../src/runs/tested-plan.ts';
import { STRESS_QUESTIONS, type StressQuestion } from '../languages/stress-words.ts';
import { Choice } from '../parts/choice.tsx';
import { InfluenceView } from './influence-view.tsx';
import { ReverseView } from './reverse-view.tsx';
import { StressesView } from './stresses-view.tsx';
import { TornadoView } from './tornado-view.tsx';
import { useStressWords } from './use-stress-words.ts';
import type { StudyViewProps } from '../studies/study-view-props.ts';

/** What can go wrong with a plan, and why nobody knows: one question at a time. */
export function StressView({ page, studies }: StudyViewProps) {
  const stress = useStressWords();
  const [question, setQuestion] = useState<StressQuestion>('tornado');
  const [plan, setPlan] = useState<TestedPlan>('today');
  const asked = { page, studies, plan, onPlan: setPlan };
  return (
    <>
      <div class="questions">
        <Choice
          title={stress.choose}
          value={question}
          onChoose={setQuestion}
          options={STRESS_QUESTIONS.map((value) => ({ value, text: stress.questions[value].tab }))}
        />
      </div>
      {question === 'tornado' && <TornadoView {...asked} />}
      {question === 'stresses' && <StressesView {...asked} />}
      {question === 'reverse' && <ReverseView {...asked} />}
      {question === 'influence' && <InfluenceView {...asked} />}
    </>
  );
}
