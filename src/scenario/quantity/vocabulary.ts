/** The words in which quantities are described, in one language. */
export interface QuantityWords {
  readonly comma: string;
  between(low: string, high: string): string;
  median(value: string): string;
  cutBelow(value: string): string;
  cutAbove(value: string): string;
  computed(formula: string): string;
  counted(successes: string, trials: string): string;
  /** What a pilot showed, and the range before it. */
  learned(shown: string, low: string, high: string): string;
  /** That pilots showed something of others that it moves with, and the range before it. */
  movedAlong(names: readonly string[], low: string, high: string): string;
  /** Names of families of distributions; one that is left out goes by its own name. */
  readonly families: Readonly<Record<string, string>>;
}

export const english: QuantityWords = {
  comma: ', ',
  between: (low, high) => `90\u00a0% between ${low} and ${high}`,
  median: (value) => `median ${value}`,
  cutBelow: (value) => `never below ${value}`,
  cutAbove: (value) => `never above ${value}`,
  computed: (formula) => `computed as ${formula}`,
  counted: (successes, trials) => `${successes} of ${trials}`,
  learned: (shown, low, high) => `moved by a pilot that showed ${shown} (before it between ${low} and ${high})`,
  movedAlong: (names, low, high) =>
    `moved along with what a pilot showed of ${names.join(', ')} (before it between ${low} and ${high})`,
  families: { empirical: 'from the values given', pert: 'PERT' },
};

export const chinese: QuantityWords = {
  comma: '，',
  between: (low, high) => `90\u00a0% 的可能在 ${low} 到 ${high} 之间`,
  median: (value) => `中位数 ${value}`,
  cutBelow: (value) => `不低于 ${value}`,
  cutAbove: (value) => `不高于 ${value}`,
  computed: (formula) => `按公式 ${formula} 计算`,
  counted: (successes, trials) => `${trials} 中的 ${successes}`,
  learned: (shown, low, high) => `已按试点结果 ${shown} 更新（试点前为 ${low} 到 ${high}）`,
  movedAlong: (names, low, high) => `随试点所示的 ${names.join('、')} 一起变动（试点前为 ${low} 到 ${high}）`,
  families: {
    normal: '正态分布',
    lognormal: '对数正态分布',
    'logit-normal': 'logit 正态分布',
    beta: '贝塔分布',
    uniform: '均匀分布',
    triangular: '三角分布',
    pert: 'PERT 分布',
    'log-uniform': '对数均匀分布',
    'student-t': '学生 t 分布',
    gamma: '伽马分布',
    poisson: '泊松分布',
    binomial: '二项分布',
    bernoulli: '伯努利分布',
    empirical: '取自所给数值',
    metalog: 'metalog 分布',
  },
};
