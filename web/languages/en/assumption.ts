import { assumptionLabel } from '../../../src/report/sentences/assumptions.ts';
import { upperFirst } from '../../../src/report/sentences/upper-first.ts';
import type { ViewWords } from '../views.ts';

export const assumption: ViewWords['assumption'] = (answer, id) => upperFirst(assumptionLabel(answer, id));
