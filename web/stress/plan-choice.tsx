import type { TestedPlan } from '../../src/runs/tested-plan.ts';
import { Choice } from '../parts/choice.tsx';
import { useStressWords } from './use-stress-words.ts';
import type { StudyViewProps } from '../studies/study-view-props.ts';

/** A question that is asked about one of two plans. */
export interface PlanQuestionProps extends StudyViewProps {
  readonly plan: TestedPlan;
  readonly onPlan: (plan: TestedPlan) => void;
}

/** Whether the plan of today or the best one is looked at. */
export function PlanChoice({ plan, onPlan }: Pick<PlanQuestionProps, 'plan' | 'onPlan'>) {
  const { title, names } = useStressWords().plan;
  return (
    <Choice
      title={title}
      value={plan}
      onChoose={onPlan}
      options={(['today', 'recommended'] as const).map((value) => ({ value, text: names[value] }))}
    />
  );
}
