/** Sets of parameters on which every curve is held to the laws, with the spend that sets its scale. */
export interface Sample {
  readonly family: string;
  readonly parameters: readonly number[];
  readonly points: readonly (readonly number[])[];
  readonly scale: number;
}

const CONCAVE_TABLE = [
  [0, 0],
  [10_000, 420],
  [25_000, 800],
  [60_000, 1_150],
];
const S_SHAPED_TABLE = [
  [5_000, 40],
  [20_000, 400],
  [30_000, 900],
  [50_000, 1_200],
];

export const samples: readonly Sample[] = [
  sample('linear', []),
  sample('exponential', [40_000]),
  sample('exponential', [0.25]),
  sample('michaelis-menten', [40_000]),
  sample('log', [40_000]),
  sample('tanh', [40_000]),
  sample('hill', [40_000, 0.5]),
  sample('hill', [40_000, 0.95]),
  sample('hill', [40_000, 1]),
  sample('hill', [40_000, 1.05]),
  sample('hill', [40_000, 2]),
  sample('hill', [40_000, 4.5]),
  sample('power', [0.3, 40_000]),
  sample('power', [0.8, 40_000]),
  sample('power', [1, 40_000]),
  sample('adbudg', [40_000, 0.7, 0.25]),
  sample('adbudg', [40_000, 1, 0]),
  sample('adbudg', [40_000, 2.2, 0.25]),
  sample('table', [1.1], CONCAVE_TABLE),
  sample('table', [1], S_SHAPED_TABLE),
];

function sample(family: string, parameters: readonly number[], points: readonly (readonly number[])[] = []): Sample {
  return {
    family,
    parameters,
    points,
    scale: parameters.find((p) => p === 0.25 && family === 'exponential') ?? 40_000,
  };
}
