import type { Templates } from '../../languages/translate.ts';

/** What was done to the wishes of a file or of a run, as reports note it. */
export const noteTexts: Templates = {
  'Stressed in every draw: {}.': '每次模拟都施加压力：{}。',
  'The correlation of {} and {} is {} instead of {}: the correlations asked for cannot hold together, and this is the nearest set that can.':
    '{} 与 {} 的相关系数为 {} 而不是 {}：所要求的相关性不能同时成立，这是能够成立的最接近的一组。',
  '{}: what spend brings more than {} {}s after the plan is left out; `horizon.tail` says how long to count.':
    '{}：计划结束 {} {}之后的效果不计入；`horizon.tail` 可说明计入多久。',
  '{}: what its curve brings without any spend counts in {} {}s after the plan, too, as long as spend goes on to work there; `horizon.tail: 0` leaves them out.':
    '{}：曲线在没有投放时带来的效果，在计划结束后的 {} {}内（投放仍在起作用的时期）也计入；`horizon.tail: 0` 可将其排除。',
  '{}: only {} limits how many leads and customers are served, not {}: a channel can be limited by one resource.':
    '{}：只有 {} 限制可服务的线索与客户数，{} 不限制：一个渠道只能受一种资源限制。',
  "{}: the curve's 90 % band is taken at {} as one factor for the whole curve; elsewhere the file's upper end differs from it by up to {} % of the curve.":
    '{}：曲线的 90% 区间取投放为 {} 处，作为整条曲线的一个倍数；在别处，文件给出的上端与之相差至多为曲线的 {}%。',
  day: '天',
  week: '周',
  month: '个月',
  quarter: '个季度',
  year: '年',
  '{} draws instead of {}: draws come in 16 sets of a power of two.':
    '模拟 {} 次而不是 {} 次：模拟分为 16 组，每组次数为 2 的幂。',
  'The simulation error of mean profit is larger than asked for: more than {} draws are not made.':
    '平均利润的模拟误差大于所要求的：模拟不超过 {} 次。',
  '{} draws are too many to keep: they are counted in 65,000 classes, so that quantiles of profit may be off by up to {}, beside their simulation noise.':
    '{} 次模拟太多，无法逐一保留：归入 65,000 个区间计数，因此利润的分位数除模拟误差外可能再相差至多 {}。',
  'The search was stopped: a longer one may come nearer to what is asked.': '搜索已停止：更久的搜索可能更接近所求。',
  ' It does not reach all targets yet.': '尚未达到所有目标。',
  'The search was stopped: there may be a better plan, and how much better is not known.{}':
    '搜索已停止：可能有更好的方案，好多少尚不知道。{}',
  'The search was stopped: the plan may be up to {} short of the best.{}': '搜索已停止：方案与最优最多相差 {}。{}',
  'Not searched because of the stop: {}.': '因停止而未搜索：{}。',
  'What one more of {} would add is not told: {}.': '再多一个单位的 {} 能增加多少无法说明：{}。',
  'the goal is to spend the least': '目标是花费最少',
  'the goal is a chance, which so little hardly moves': '目标是概率，这样小的变化几乎不影响它',
  'some periods are past, which it would not reach': '部分时期已过，增加的量用不到那里',
  'free budget': '自由预算',
  'how far channels may be moved': '各渠道可调整的范围',
  'the budget that would earn the most': '收益最高的预算',
  'the plan of equal marginal return': '边际回报相等的方案',
  'how near to the best the plan is on fresh draws': '方案在全新模拟上与最优的距离',
  '{}, {}': '{}、{}',
  '{} and {}': '{} 与 {}',
  'The search was stopped: plans that it was to find may be short of the best, or missing.':
    '搜索已停止：所要寻找的方案可能不是最优，或未找到。',
  'The search was stopped: plans that it had not found by then are left out.': '搜索已停止：此前尚未找到的方案未列出。',
  'to spend the least': '花费最少',
  'the chance that the goal is about': '目标所说的概率',
  'the worst of several stresses': '多个压力情形中最差的',
  'what the goal says about the worst cases': '目标对最差情形的要求',
  'to maximize {}': '最大化 {}',
  'the targets': '各项目标',
  'targets on chances': '对概率的目标',
  'budgets of single periods': '单期预算',
  'the mean against the worst cases': '均值与最差情形的权衡',
  'profit against budget': '利润与预算的权衡',
  'The frontier shows {}; it leaves aside {}.': '前沿展示{}；未考虑：{}。',
  'What was planned for {} counts as spent.': '{}按原计划计为已花。',
  '{} channels have been used already, «{}» allows {}: no other one is added.':
    '已使用 {} 个渠道，而“{}”只允许 {} 个：不再增加其他渠道。',
  'What was spent in {} does not keep every limit on it ({}). What is spent is spent: these no longer count.':
    '{}的实际支出没有遵守当时的所有限制（{}）。已花的不可更改：这些限制不再计入。',
  'days {#}': '第 {} 天',
  'weeks {#}': '第 {} 周',
  'months {#}': '第 {} 个月',
  'quarters {#}': '第 {} 季度',
  'years {#}': '第 {} 年',
  'day {#}': '第 {} 天',
  'week {#}': '第 {} 周',
  'month {#}': '第 {} 个月',
  'quarter {#}': '第 {} 季度',
  'year {#}': '第 {} 年',
  '{#} more': '另有 {} 个',
  '«{}»': '“{}”',
  '«{}», {}': '“{}”、{}',
  '«{}» and {}': '“{}”和{}',
  '{} has another horizon than {}: it is compared as a whole, without a bridge of why.':
    '{} 与 {} 的计划期不同：只作整体比较，不分解原因。',
  'Lines by period, cash, reserves and cohorts are of the first {} of {} draws: more would take too much memory.':
    '各期损益、现金、准备金和客户群来自 {2} 次模拟中的前 {1} 次：更多则占用过多内存。',
  'All money is at present value, media included, at the discount rate of the file.':
    '所有金额（含媒体）均按文件中的贴现率折为现值。',
  'Repeat orders are left out: actual revenue is compared with that of first orders.':
    '不计复购：实际收入与首单收入比较。',
};

/** Limits by name, where a sentence names them; each kind has its own texts, these are of several. */
export const limitTexts: Templates = {
  '{}, at least': '{}：下限',
  '{}, at most': '{}：上限',
  '{}, period {#}': '{}：第 {} 期',
  '{}, share at least': '{}：占比下限',
  '{}, share at most': '{}：占比上限',
  '{}, period {}, spent': '{}：第 {} 期已花',
};
