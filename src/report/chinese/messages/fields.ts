import type { Templates } from '../../languages/translate.ts';

/** What is wrong with one field, and what each field is for: the latter is said when it is missing, and as help. */
export const fieldTexts: Templates = {
  'is missing': '缺失',
  'is empty': '为空',
  '{} Give a value, or remove the field if it is not needed.': '{}请给出值；若不需要，请删除该字段。',
  'Give {}, or remove the field.': '请给出{}，或删除该字段。',
  'Name the curve: {}.': '请指明曲线：{}。',
  'must have at {} {}, got {}': '{1} {2}，现有 {3} 项',
  least: '至少要有',
  most: '最多只能有',
  '{#} entry': '{} 项',
  '{#} entries': '{} 项',
  'is not a field here': '不是这里的字段',
  'Fields here are {}.': '这里的字段有：{}。',
  '`{}` is given already: remove one of the two.': '`{}` 已经给出：请删除两者之一。',
  'must be a formula, got {}': '必须是公式，现为 {}',
  'must name a step from one stage to the next, such as `clickToLead`':
    '必须是从一个环节到下一个环节的一步，如 `clickToLead`',
  'must be a text, got {}': '必须是文本，现为 {}',
  'must be a text, got an empty one': '必须是文本，现为空',
  'must have {} characters or fewer, got {}': '最多 {} 个字符，现有 {} 个',
  'must be true or false, got {}': '必须是 true 或 false，现为 {}',
  'must be a currency of three capital letters such as EUR, got {}': '必须是三个大写字母的货币，如 CNY，现为 {}',
  'must be a date such as 2027-01-04, got {}': '必须是日期，如 2027-01-04，现为 {}',
  'Write the year, then the month, then the day.': '请依次写年、月、日。',
  'must be a date, but there is no month {}': '必须是日期，但没有第 {} 月',
  'must be a date, but month {} of {} has {} days': '必须是日期，但 {2} 年 {1} 月只有 {3} 天',
  'must be none, weak, moderate, strong or a number from -1 to 1, got {}':
    '必须是 none、weak、moderate、strong 或 -1 到 1 之间的数，现为 {}',
  'must be a whole number, got {}': '必须是整数，现为 {}',
  'is a name that programs reserve for themselves': '是程序保留的名称',
  'must have a name that can be seen': '名称必须可见',
  'must have a name of {} characters or fewer, got {}': '名称最多 {} 个字符，现有 {} 个',
  'must have a name on one line, without tabs and other control characters':
    '名称必须在一行内，不含制表符及其他控制字符',
  'must have a name without `.` and `*`': '名称不能含 `.` 和 `*`',
  'must have a name without spaces at its ends': '名称首尾不能有空格',
  'must be a list of numbers or a formula in t and T, got {}': '必须是数的列表，或含 t 与 T 的公式，现为 {}',
  'For one index in every period write a list.': '若每期的指数相同，请写成列表。',
  'must be a channel (or `*` for all), a dot, and price, demand or value; or a currency, a dot, and rate':
    '必须是渠道名（或代表全部的 `*`）加点，再加 price、demand 或 value；或货币加点，再加 rate',
  'For example `*.price` for the price of every channel.': '例如 `*.price` 表示所有渠道的价格。',
  'must be a period from 1 on, or a date such as 2027-01-04, got {}':
    '必须是从 1 起的期数，或日期（如 2027-01-04），现为 {}',

  'A marketing budget: what is believed, wished and allowed.': '一份营销预算：相信什么、希望什么、允许什么。',
  'Version of the file format: 1.': '文件格式的版本：1。',
  'File beside this one whose fields hold where this file says nothing else.':
    '与此文件相邻的文件，此文件未写之处以它为准。',
  'Name of the scenario.': '方案的名称。',
  'Anything worth remembering.': '任何值得记下的内容。',
  'Where the numbers come from.': '数字的来源。',
  'Currency of all money, as its three letters: EUR.': '所有金额的货币，写三个字母：CNY。',
  'Quantities with a name, for use in formulas: `= marketCpm * 1.1`.': '带名称的量，供公式使用：`= marketCpm * 1.1`。',
  'One quantity: a number, a range such as `3 to 5`, or a formula.': '一个量：数、区间（如 `3 to 5`）或公式。',
  'Demand index of each period, for channels without their own: 1.2 is 20 % more.':
    '各期需求指数，用于没有自己指数的渠道：1.2 表示多 20%。',
  'Customers who come without any spend.': '不靠投放而来的客户。',
  'Customers per period without any spend.': '不投放时每期的客户数。',
  'Index of these customers in each period: 1.2 is 20 % more.': '这些客户的各期指数：1.2 表示多 20%。',
  'How much may be spent on media; fees and people come on top.': '媒体投放可用的金额；代理费与人员另计。',
  'Currency to be spent over the plan, all of it.': '整个计划要花的金额，全部花完。',
  'Currency that is spent over the plan at least.': '整个计划至少花的金额。',
  'Currency that may be spent over the plan at most.': '整个计划至多花的金额。',
  'Currency to be spent in every period, or a list with one number for each period.':
    '每期要花的金额，或每期一个数的列表。',
  'Currency that may be spent in every period at most, or a list with one number for each; also beside another kind.':
    '每期至多花的金额，或每期一个数的列表；可与其他预算同时使用。',
  'True: spend as much as pays, up to `atMost` where that is given.':
    'true：值得花多少就花多少，若有 `atMost` 则以其为上限。',
  '{} In currency.': '{}金额。',
  '{} A share from 0 to 1.': '{}0 到 1 的占比。',
  '{} A count.': '{}数量。',
  '{} In periods.': '{}以期数计。',
  '{} In hours.': '{}小时数。',
  '{} A plain number.': '{}普通的数。',
  'In currency.': '金额。',
  'A share from 0 to 1.': '0 到 1 的占比。',
  'A count.': '数量。',
  'In periods.': '期数。',
  'In hours.': '小时数。',
  'A plain number.': '普通的数。',
  'Longest time an effect lasts, in periods after that of the spend.': '效应最长持续的时间，从投放之后起算的期数。',
  'True (and without it): the effects of all periods add up to that of the spend; false: the strongest of them has all of it and the others come on top.':
    'true（或省略）：各期效应之和等于投放的效应；false：效应最强的一期为全部效应，其余另加。',
  'How the effect of spend lasts into later periods: the curve by name, and its own fields.':
    '投放的效应如何延续到以后各期：曲线名称及其字段。',
  'Hours of this role that the channel takes.': '渠道占用该角色的工时。',
  'Hours in every period of a plan that uses the channel.': '使用该渠道时每期的工时。',
  'Hours per 1,000 of currency spent on media.': '每 1,000 货币单位媒体投放的工时。',
  'Hours per lead.': '每条线索的工时。',
  'Hours per customer.': '每位客户的工时。',
  'What money can be spent on.': '钱可以花在哪里。',
  'One channel.': '一个渠道。',
  'Name for reports.': '报告中显示的名称。',
  'True: the channel is kept in the file, but nothing is spent on it, neither today nor in any plan.':
    'true：渠道保留在文件中，但当前和任何方案都不投放。',
  'Where these numbers come from.': '这些数字的来源。',
  'Customers per unit of the currency that the channel is bought in, in place of price and funnel.':
    '渠道采购所用货币每单位带来的客户数，代替价格与漏斗。',
  'Currency in which this channel is bought, one of `currencies`: its price, costs and pilot are in it. Spend, plans and limits stay in that of the scenario.':
    '采购该渠道所用的货币，须为 `currencies` 之一：其价格、成本和试点以此计。投放、方案和限制仍以方案的货币计。',
  'Other currencies that channels are bought in, by their three letters: `{ USD: 7.0 to 7.4 }`.':
    '渠道采购所用的其他货币，以三个字母表示：`{ USD: 7.0 to 7.4 }`。',
  'What one unit of this currency costs in the currency of the scenario.': '一单位该货币折合方案货币多少。',
  'Demand index of each period: 1.2 is 20 % more customers.': '各期需求指数：1.2 表示客户多 20%。',
  'Spend of the periods before the plan, in currency, the most recent last.': '计划之前各期的投放金额，最近的在最后。',
  'Spend of one period before the plan, in currency.': '计划之前某一期的投放金额。',
  "Today's spend per period, in currency: one number for every period, or a list with one for each.":
    '当前每期的投放金额：适用于每一期的一个数，或每期一个数的列表。',
  'Fee of an agency, as a share of media spend on top of it.': '代理费，占媒体投放的比例，另计。',
  'Cost once per plan when anything is spent here, in currency.': '只要在此投放就发生一次的成本。',
  'Share of revenue that a partner keeps.': '合作方留取的收入比例。',
  'Cost of each lead besides media, in currency.': '媒体之外每条线索的成本。',
  'Cost of each customer besides media, in currency.': '媒体之外每位客户的成本。',
  'Hours of people, by role.': '各角色的人员工时。',
  'Share of the people reached who are in any target segment.': '触达人群中属于任一目标细分受众的比例。',
  'Share of the people reached who are in each segment; the rest is in none.':
    '触达人群中属于各细分受众的比例；其余不属于任何细分受众。',
  'Share of the people reached who are in this segment.': '触达人群中属于此细分受众的比例。',
  'Other channels that profit from spend in this one.': '从本渠道投放中受益的其他渠道。',
  'Share of the effective spend here that works in that channel as well.': '此处有效投放中同样作用于该渠道的比例。',
  'Whether and when a partner delivers.': '合作方是否以及何时履约。',
  'Chance that the partner delivers at all, from 0 to 1.': '合作方履约的概率，0 到 1。',
  'How satisfied the customers of this channel are.': '此渠道客户的满意程度。',
  'Mean of the answers, on any scale that is the same for all channels: 4.3 of 5, or an NPS.':
    '回答的平均值；各渠道须用同一量表：如 5 分制的 4.3，或 NPS。',
  'How many answered.': '回答人数。',
  'Periods that the partner starts late.': '合作方延迟开始的期数。',
  'How strongly they move together: none, weak (0.2), moderate (0.5), strong (0.8), or a rank correlation from -1 to 1.':
    '共同变动的强度：none、weak（0.2）、moderate（0.5）、strong（0.8），或 -1 到 1 的秩相关系数。',
  'Uncertain quantities that move together.': '共同变动的不确定量。',
  'One set of quantities.': '一组量。',
  'Where the quantities stand in the file.': '这些量在文件中的位置。',
  'Path of an uncertain quantity: `search.price.cpc`.': '不确定量的路径：`search.price.cpc`。',
  'Name of a common cause: each quantity moves with it, and through it with the others.':
    '共同因素的名称：每个量随它变动，并由此与其他量一同变动。',
  'Share of those in the first stage who reach the second.': '第一环节中到达第二环节的比例。',
  'Steps from what the price buys to `customer`, such as `clickToLead: 30%`; the stages are impression, click, lead, customer or your own.':
    '从价格所购到 `customer` 的各步，如 `clickToLead: 30%`；环节为 impression、click、lead、customer 或自定义。',
  'Money spent on media.': '媒体投放金额。',
  'All cost: media, fees, fixed cost, people and cost per lead and customer.':
    '全部成本：媒体、代理费、固定成本、人员以及每线索、每客户成本。',
  'Leads.': '线索数。',
  'Customers acquired by the channels.': '渠道获得的客户数。',
  'Customers who came because another recommended it.': '因他人推荐而来的客户数。',
  'Revenue, repeat orders included.': '收入，含复购。',
  'Revenue less the cost of goods.': '收入减去商品成本。',
  'Margin less all cost.': '毛利减去全部成本。',
  'Hours of people.': '人员工时。',
  'Cost of these hours.': '这些工时的成本。',
  'Money spent on people outside every target segment.': '花在所有目标细分受众之外的金额。',
  'Leads that nobody had time for.': '无人有时间跟进的线索数。',
  'Profit that spend before the plan still brings.': '计划之前的投放仍带来的利润。',
  'Profit after the end of the plan from what was spent in it.': '计划期内的投放在结束之后带来的利润。',
  'Figures of your own, from {}.': '自定义指标，由以下各项计算：{}。',
  'A formula over totals of the plan: `profit / hours`.': '由方案总量构成的公式：`profit / hours`。',
  'What the plan must reach.': '方案必须达到的目标。',
  'One target: a metric and exactly one of atLeast and atMost.': '一个目标：一个指标，加 atLeast 与 atMost 之一。',
  'Name of a metric of the file, which is judged and no limit of the search, or one of {}.':
    '文件中某个指标的名称（只作评估，不限制搜索），或以下之一：{}。',
  'The figure must be this large or larger.': '该数字必须达到或超过此值。',
  'The figure must be this large or smaller.': '该数字不得超过此值。',
  'Chance with which it must be reached, from 0 to 1; without it the mean over all draws must reach it.':
    '必须达到的概率，0 到 1；省略时以所有模拟的均值为准。',
  'Several figures, each with what one of it counts: `{ profit: 1, customers: 50 }`. Plans are compared by the one that counts 1, else by the first.':
    '多个指标，各有一单位的权重：`{ profit: 1, customers: 50 }`。比较方案时以权重为 1 者为准，否则以第一个为准。',
  'What {} counts, above 0.': '{}的权重，大于 0。',
  'a unit of profit': '一单位利润',
  'a unit of revenue': '一单位收入',
  'a unit of margin': '一单位毛利',
  'a customer': '一位客户',
  'What the plan is to make as large as possible.': '方案要尽量做大的是什么。',
  'The figure to make as large as possible.': '要尽量做大的指标。',
  'The figure to make as large as possible, or several with weights; profit without it. Margin is what all customers won are worth over their life, before what they cost: their orders less the cost of goods, at present value.':
    '要尽量做大的指标，或带权重的多个指标；省略时为利润。毛利（margin）即所有获得客户在获客成本之前的终身价值：其全部订单减去商品成本，按现值计。',
  'Spend as little as targets and limits allow, instead of maximizing.': '在目标与限制允许下尽量少花，而不是最大化。',
  'Maximize the chance that the figure reaches this, instead of its mean.':
    '最大化该指标达到此值的概率，而不是其均值。',
  'What the worst cases may be, or count for: atLeast, weight or both.':
    '最差情形可以怎样，或占多大权重：atLeast、weight 或两者。',
  'Which worst cases: 10% are the worst tenth of draws.': '哪些最差情形：10% 即模拟中最差的十分之一。',
  'The mean over these worst cases must be this large or larger.': '这些最差情形的均值必须达到或超过此值。',
  'Share with which this mean counts in the goal; the mean over all draws counts for the rest.':
    '此均值在目标中的权重；其余权重归所有模拟的均值。',
  "The worst cases of the goal itself, or of the gain over today's plan; the goal without it.":
    '目标本身的最差情形，或相对当前方案增益的最差情形；省略时为目标本身。',
  'Every stress of the file.': '文件中的所有压力情形。',
  'Stresses of the file.': '文件中的压力情形。',
  'Name of a stress.': '压力情形的名称。',
  'Maximize the smallest of the goal without stress and under each of these stresses; `all` takes all.':
    '最大化无压力时与各压力情形下目标的最小值；`all` 取用全部。',
  'Name of a channel.': '渠道的名称。',
  'Groups of people (or firms) that channels reach.': '渠道触达的人群（或企业）。',
  'One segment.': '一个细分受众。',
  'People in the segment who could become customers; without it there is no end to them.':
    '细分受众中可能成为客户的人数；省略时没有上限。',
  'Limits on several channels together.': '对多个渠道的共同限制。',
  'One group of channels.': '一个渠道组。',
  'Channels of the group.': '组内的渠道。',
  'People and other things in limited supply, by role.': '供给有限的人员与其他资源，按角色列出。',
  'One role.': '一个角色。',
  'Hours available per period; without it there is no end to them.': '每期可用的工时；省略时没有上限。',
  'Units available per period instead of hours: leads that a team can serve, goods that can be sold.':
    '每期可用的单位数，代替工时：团队可服务的线索、可售出的商品。',
  'Units available over the whole plan and its tail, such as goods in store.':
    '整个计划及其后效期内可用的单位数，如库存商品。',
  'Cost of an hour, in currency.': '每小时成本。',
  'When the plan runs, and in which steps.': '计划何时执行，以多长为一期。',
  'First day of the first period, as year-month-day.': '第一期的第一天，写作年-月-日。',
  'Number of periods of the plan.': '计划的期数。',
  'Length of one period.': '一期的长度。',
  'Periods after the plan in which its lasting effect still counts; without it, as long as it lasts.':
    '计划之后仍计入延续效应的期数；省略时计到效应结束。',
  '{}, in currency.': '{}，金额。',
  '{}, at least, in currency.': '{}，下限，金额。',
  '{}, at most, in currency.': '{}，上限，金额。',
  '{}, from 0 to 1.': '{}，0 到 1。',
  '{}, at least, from 0 to 1.': '{}，下限，0 到 1。',
  '{}, at most, from 0 to 1.': '{}，上限，0 到 1。',
  "As today's plan spreads it.": '与当前方案的分布相同。',
  'Weights, one for each period: spend is in proportion to them.': '权重，每期一个：投放与之成比例。',
  'Weight of one period, 0 or more.': '某一期的权重，不小于 0。',
  "{}: `today` as in today's plan, or a list with one weight for each period.":
    '{}：`today` 表示与当前方案相同，或写每期一个权重的列表。',
  '{}, in currency: one number for every period, or a list with one for each.':
    '{}，金额：适用于每一期的一个数，或每期一个数的列表。',
  'What the plan may give to this channel.': '方案可以给此渠道多少。',
  'What the channel charges: exactly one of cpm, cpc, cpl, cpa and flat.':
    '渠道如何收费：cpm、cpc、cpl、cpa、flat 之一。',
  'Price of 1,000 impressions, in currency.': '1,000 次展示的价格。',
  'Price of a click, in currency.': '每次点击的价格。',
  'Price of a lead, in currency.': '每条线索的价格。',
  'Price of a customer, in currency.': '每位客户的价格。',
  'Price of one booking, in currency.': '每次购买的一口价。',
  'How many of the first stage of the funnel one flat price buys.': '一口价可买到漏斗第一环节的多少数量。',
  'Price at which the response curve is quoted, in currency; without it the median price.':
    '响应曲线所依据的价格；省略时取价格的中位数。',
  'Price index of each period: 1.2 is a price 20 % higher.': '各期价格指数：1.2 表示价格高 20%。',
  'Growth of the price from one period to the next, as a share.': '价格逐期上涨的比例。',
  'Discounts for much money in a period (rebates): each holds for the money above its threshold.':
    '一期投放较多时的折扣（返点）：每档适用于超过其起点的金额。',
  'One discount.': '一档折扣。',
  'Spend in a period above which it holds, in currency.': '每期投放超过此金额时适用。',
  'Share of the price that is not charged on money above the threshold.': '超过起点的金额可免去的价格比例。',
  'Points of the curve, per period: [spend, response], or [spend, response, low, high] with the ends of a 90 % range.':
    '曲线上的点（每期）：[投放, 响应]，或 [投放, 响应, 低, 高]，后两者为 90% 区间的两端。',
  'One point of the curve.': '曲线上的一个点。',
  'Spend or response per period.': '每期的投放或响应。',
  'What the curve counts; customers without it.': '曲线统计的内容；省略时为客户。',
  'Spend per period at which the rates given are the average seen, in currency.':
    '所给比率为观测平均值时的每期投放金额。',
  'Customers (or revenue) per period that the curve can reach; it stands in for price and funnel.':
    '曲线每期可达到的客户数（或收入）；代替价格与漏斗。',
  'How customers grow with spend: the curve by name, and its own fields.': '客户如何随投放增长：曲线名称及其字段。',
  '{} A formula in t (1 in the first period) and T (number of periods).': '{}含 t（第一期为 1）与 T（期数）的公式。',
  '{} One for each period.': '{}每期一个。',
  '{} A list that starts again at its end, or a formula in t and T.': '{}用完后从头重复的列表，或含 t 与 T 的公式。',
  'What happens, for reports.': '发生什么，用于报告。',
  'First period in which it acts, counted from 1.': '开始起作用的期数，从 1 数起。',
  'Last period in which it acts; the plan and its lasting effect to the end without it.':
    '最后起作用的期数；省略时直到计划及其延续效应结束。',
  'Factor above 0: 1.3 is 30 % more. For nothing at all use `switchOff`.':
    '大于 0 的倍数：1.3 表示多 30%。完全没有请用 `switchOff`。',
  'What changes by which factor: `search.price`, or `*.price` for every channel; also demand and value, and `USD.rate` of a currency.':
    '什么按多少倍改变：`search.price`，或代表所有渠道的 `*.price`；也可为 demand 与 value，以及货币的 `USD.rate`。',
  'Channels that are switched off while it acts: nothing is bought there, and nothing is paid.':
    '起作用期间停用的渠道：不购买，也不付款。',
  'Things that may happen, each with its chance.': '可能发生的事，各有其概率。',
  'One event.': '一个事件。',
  'Chance that it happens, from 0 to 1.': '发生的概率，0 到 1。',
  'Things to test the plan against, as if they happened.': '假设发生以检验方案的情形。',
  'One stress.': '一个压力情形。',
  'Money a customer pays for an order, in currency.': '客户每笔订单支付的金额。',
  'Share of the order value left after the cost of goods.': '订单金额扣除商品成本后的比例。',
  'Share of orders that are sent back.': '退货订单的比例。',
  'Further orders of the same customer.': '同一客户的后续订单。',
  'Chance that an order is followed by another.': '一次订单之后再有一次的概率。',
  'Periods between one order and the next.': '两次订单之间的期数。',
  'Periods after the first order in which further ones count.': '首单之后计入后续订单的期数。',
  'Customers who come because another recommended it.': '因他人推荐而来的客户。',
  'Customers that each customer brings, who bring others in turn.': '每位客户带来的客户数，后者再带来其他人。',
  'Referred customers that count for each acquired customer at most.': '每位获得的客户至多计入的推荐客户数。',
  'Cost of serving one customer over their life, in currency.': '服务一位客户终身的成本。',
  'What a customer is worth, for every channel that does not say otherwise.':
    '一位客户的价值，用于没有另行说明的渠道。',
  'Interest per year by which later money counts less, as a share.': '使以后的钱价值降低的年利率。',
  'What a customer of this channel is worth, where it differs.': '此渠道客户的价值，若有不同。',
  'A small test that was run, and what it brought: by it the price and the rates of the channel are known better.':
    '做过的小规模试点及其结果：由此对渠道的价格和比率了解得更准。',
  'Media money that the pilot spent in all, in currency.': '试点的媒体投放总额。',
  'How long it ran, in periods of the plan.': '试点的时长，以计划的期数计。',
  'How long it ran, in days.': '试点的时长，以天计。',
  'Impressions that were counted.': '统计到的展示数。',
  'Clicks that were counted.': '统计到的点击数。',
  'Leads that were counted.': '统计到的线索数。',
  'Customers that were counted.': '统计到的客户数。',
  'How many reached stages of your own, by the name of the stage.': '到达自定义环节的人数，按环节名称给出。',
  'How many.': '人数。',
  'How far the price in the plan may be from that in the pilot: standard deviation as a share; 10 % without it.':
    '计划中的价格与试点价格可相差多少：以比例表示的标准差；省略时为 10%。',
  'what a customer costs, people included': '一位客户的成本，含人员',
  "cost of people's time per customer": '每位客户的人员时间成本',
  'what a customer brings': '一位客户带来的价值',
  'what a unit of media brings, all costs off': '每单位媒体投放带来的收益，扣除全部成本',
  'share of those first reached who become customers': '最初触达的人中成为客户的比例',
  'share of the people reached who are in the target': '触达人群中属于目标受众的比例',
  'A scorecard by which channels are compared before any money is planned.': '规划金额之前用来比较渠道的评分表。',
  'How much each criterion counts: {}, which are told from the file, or criteria of your own.':
    '各评分项的权重：{}（由文件得出），或自定义的评分项。',
  'How much it counts, 0 or more.': '权重，不小于 0。',
  'Scores of each channel for criteria that the file does not tell, or that you know better.':
    '各渠道的评分，用于文件没有说明或您更了解的评分项。',
  'Scores by criterion.': '各评分项的评分。',
  'From 1, the worst, to 5, the best.': '从 1（最差）到 5（最好）。',
  'First of these periods, counted from 1, or a day in it; the first of the plan without it.':
    '其中的第一期（从 1 数起）或其中一天；省略时为计划的第一期。',
  'Last of these periods, counted from 1, or a day in it; the last of the plan without it.':
    '其中的最后一期（从 1 数起）或其中一天；省略时为计划的最后一期。',
};

/** What curves, lasting effects, distributions and limits are, and their parameters. */
export const familyTexts: Templates = {
  'The effect declines to nothing at the end of a window of `lags` periods.': '效应在 `lags` 期的窗口结束时降为零。',
  'How long the effect keeps up within the window: near 0 it is gone at once, 0.5 is a straight decline, at 1 every period of the window has the same.':
    '效应在窗口内保持多久：接近 0 立即消失，0.5 为直线下降，1 则窗口内各期相同。',
  'The effect is strongest some periods after the spend, and fades before and after that.':
    '效应在投放之后若干期最强，前后逐渐减弱。',
  'Share of the strongest effect that is left one period away from the peak.': '距峰值一期时剩余的效应比例。',
  'Periods between the spend and its strongest effect.': '投放与效应最强之间的期数。',
  'Each period keeps a fixed share of the effect of the period before.': '每期保留上一期效应的固定比例。',
  'Share of the effect that is left one period later.': '一期之后剩余的效应比例。',
  'Spend works in the period it is made in, and not after.': '投放只在当期起作用。',
  'The effect is strongest at once and fades at a speed that itself changes over time.':
    '效应立即最强，减弱的速度随时间变化。',
  'Above 1 the effect holds at first and then drops; below 1 it drops at first and then lingers.':
    '大于 1 时先保持后下降；小于 1 时先下降后拖长。',
  'Lag at which a period keeps only 37 % of the effect of the period before.':
    '某期只保留上一期效应 37% 时的滞后期数。',
  'The effect may build up before it fades, as the density of a Weibull distribution does.':
    '效应可先增强再减弱，如威布尔分布的密度。',
  'Above 1 the effect peaks later than the spend; at 1 and below it is strongest at once.':
    '大于 1 时效应在投放之后达到峰值；不大于 1 时立即最强。',
  'Periods, counting that of the spend, by which about 63 % of the effect has come.':
    '约 63% 的效应到来所需的期数（含投放当期）。',
  'The chance that it happens.': '发生的概率。',
  'Whether something happens: 1 or 0.': '是否发生：1 或 0。',
  'Weight of the successes; above 1 it draws values away from 0.': '成功的权重；大于 1 时使取值远离 0。',
  'Weight of the failures; above 1 it draws values away from 1.': '失败的权重；大于 1 时使取值远离 1。',
  'A rate between 0 and 1, as known after counting successes and failures.':
    '0 与 1 之间的比率，由成功与失败的计数得知。',
  'How many attempts.': '尝试的次数。',
  'The chance of success in each.': '每次成功的概率。',
  'How many of a number of attempts succeed.': '若干次尝试中成功的次数。',
  'What was seen, each as likely as the others.': '观测到的值，各值同样可能。',
  'One of the values seen, each as likely as the others.': '观测到的值之一，各值同样可能。',
  'The larger, the more even: 1 is exponential, 100 nearly normal.': '越大越均匀：1 为指数分布，100 接近正态分布。',
  'The unit: the mean is shape times scale.': '尺度：均值等于形状乘以尺度。',
  'Above zero, with a tail upwards that is shorter than the lognormal one.': '大于零，上侧的尾部短于对数正态分布。',
  'The least it can be, above zero.': '可能的最小值，大于零。',
  'The most it can be.': '可能的最大值。',
  'Between two positive values, each factor of ten equally likely.': '两个正数之间，每个十倍区间同样可能。',
  'Mean of the log odds ln(x / (1 - x)).': '对数几率 ln(x / (1 - x)) 的均值。',
  'Standard deviation of the log odds: about the relative uncertainty of a small rate.':
    '对数几率的标准差：约为小比率的相对不确定性。',
  'A rate between 0 and 1 whose odds are off by a factor as easily one way as the other.':
    '0 与 1 之间的比率，其几率向两侧按倍数偏离同样容易。',
  'Mean of the natural logarithm: the median is e to this power.': '自然对数的均值：中位数为 e 的该次幂。',
  'Standard deviation of the natural logarithm: about the relative uncertainty while it is small.':
    '自然对数的标准差：较小时约为相对不确定性。',
  'Above zero, with a longer tail upwards: off by a factor as easily one way as the other.':
    '大于零，上侧尾部更长：向两侧按倍数偏离同样容易。',
  'Three to five numbers fitted to percentiles; the first is the middle.':
    '按百分位数拟合的三到五个数；第一个为中位数。',
  'The least it can be; open when left out.': '可能的最小值；省略时不限。',
  'The most it can be; open when left out.': '可能的最大值；省略时不限。',
  'A shape through the percentiles given, with or without ends that it cannot pass.':
    '通过所给百分位数的形状，可设或不设不可超越的两端。',
  'The middle, as likely to be exceeded as not.': '中位数，超过与不超过同样可能。',
  'Standard deviation: two thirds of values are this near the mean.': '标准差：三分之二的取值与均值相差不超过此数。',
  'Symmetric about its mean; it can fall below zero.': '关于均值对称；可能低于零。',
  'The least it can be.': '可能的最小值。',
  'The most likely value.': '最可能的值。',
  'How strongly values gather at the most likely one; 4 is usual.': '取值向最可能值集中的程度；通常为 4。',
  'Between a low and a high value, gathered smoothly around the most likely one.':
    '在低值与高值之间，平滑地集中在最可能值周围。',
  'Expected number; the standard deviation is its square root.': '期望次数；标准差为其平方根。',
  'How many independent events happen when this many are expected.': '期望为此数时独立事件发生的次数。',
  'Degrees of freedom: the fewer, the heavier the tails.': '自由度：越小尾部越厚。',
  'The middle.': '中位数。',
  'The width, as the standard deviation of a normal one.': '宽度，相当于正态分布的标准差。',
  'Symmetric like the normal, with surprises more likely.': '与正态分布一样对称，但意外更可能出现。',
  'Between a low and a high value, with a peak at the most likely one.': '在低值与高值之间，在最可能值处为峰。',
  'Every value between two is equally likely.': '两值之间的每个值同样可能。',
  'A Hill curve above a floor that is there without any spend.': '在无投放也存在的底线之上的希尔曲线。',
  'Spend that brings half of what spend can add.': '带来投放所能增加的一半时的投放。',
  'Above 1 the curve is S-shaped, the more so the larger; at 1 and below returns only diminish.':
    '大于 1 时曲线呈 S 形，越大越明显；不大于 1 时回报只会递减。',
  'What comes without any spend, as a share of what spend can add.': '无投放时的结果，占投放所能增加的比例。',
  'Every unit of money reaches the same share of what is still to be won.': '每单位货币赢得剩余部分的相同比例。',
  'Spend at which 63 % of the ceiling is reached.': '达到上限 63% 时的投放。',
  'Half of the ceiling at the half saturation; with a slope above 1 small spends do little (an S-curve).':
    '在半饱和投放处达到上限的一半；斜率大于 1 时小额投放作用很小（S 曲线）。',
  'Spend at which half of the ceiling is reached.': '达到上限一半时的投放。',
  'No saturation: every unit of money brings as much as the first.': '没有饱和：每单位货币带来的与第一单位相同。',
  'Returns diminish without a ceiling: each doubling of a large spend adds the same.':
    '回报递减但没有上限：大额投放每翻一倍增加相同的量。',
  'Spend at which the next unit of money brings half of what the first one did.':
    '再投一单位货币只带来最初一半时的投放。',
  'Returns diminish slowly: half of the ceiling is reached early, the rest takes long.':
    '回报缓慢递减：很早达到上限的一半，其余需要很久。',
  'Straight lines between given points of spend and response, flat after the last.':
    '在所给的投放与响应各点之间连直线，最后一点之后为水平。',
  'Factor of every response of the table; a range says how sure the table is.':
    '表中每个响应的倍数；区间说明该表有多确定。',
  'Constant elasticity: 1 % more spend always brings the same percentage more.':
    '固定弹性：投放多 1% 总带来相同百分比的增长。',
  'By how many percent the response grows when spend grows by 1 %.': '投放增长 1% 时响应增长的百分比。',
  'Spend at which the efficiency quoted is the average.': '所给效率为平均值时的投放。',
  'Almost straight at first, then a quick turn to the ceiling.': '起初近乎直线，随后迅速转向上限。',
  'Spend at which 76 % of the ceiling is reached.': '达到上限 76% 时的投放。',
};
