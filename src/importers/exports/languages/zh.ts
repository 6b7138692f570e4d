import { exportNamesZh } from './export-names-zh.ts';
import { listedWith, multiple, percent, shown } from '../words.ts';
import type { Count } from '../estimate.ts';
import { stepCalled } from './step-called.ts';
import type { ImportWords } from './words.ts';
import type { Counted, Place } from './places.ts';

const COUNTED: Readonly<Record<Counted, string>> = {
  lead: '条线索',
  deal: '个商机',
  order: '个订单',
  customer: '位客户',
};
const WHOSE = { leads: '线索转化的', deals: '已结束商机赢单的' } as const;
/** As the page calls them. */
const STAGES = { click: '点击', lead: '线索', qualified: '合格线索', customer: '客户' } as const;
const HEADS = { lead: '条线索', customer: '位客户' } as const;

/** Texts of imports in Chinese. */
export const importWordsZh: ImportWords = {
  place,
  exportName: (name) => exportNamesZh[name] ?? name,
  list,
  lookInto: (text) => `请核对：${text}`,
  findings: {
    noSpendInAll: (channel) => `${channel}：总花费为 0，无从规划，已略去。`,
    nobodyCame: (channel) => `${channel}：没有任何人已知来自该渠道，其花费已略去。`,
    manyChannels: (most, others) => `一个方案最多有 ${most} 个渠道：花费较少的 ${shown(others)} 个渠道已略去。`,
    wide: (where, spent, leftOut) => {
      const pairs = spent.map(([channel, column]) => `${channel}（“${column}”列）`);
      const others = leftOut.map((column) => `“${column}”`);
      return `${place(where)}：每个渠道一列。花费：${list(pairs, 30)}。${others.length === 0 ? '' : `未采用：${list(others, 30)}。`}`;
    },
    shared: (customers, perCustomer, cost, free) =>
      `表中 ${shown(customers, 0)} 位客户是全部渠道合计的：没有人知道是哪个渠道带来的。假设每个渠道带来一位客户的花费为总体平均 ${multiple(perCustomer)} 的 ${cost[0]} 到 ${cost[1]} 倍，并有 ${percent(free[0])} 到 ${percent(free[1])} 的客户不靠投放而来。请换成单渠道测试或营销组合模型的结果。`,
    more: (count) => `另有同类 ${shown(count)} 项。`,
    spendMissing: (channels) =>
      `${list(channels)}：有人来自这些渠道，但没有文件说明花费。请一并给出这些平台的导出文件。`,
    noSpend: () => '没有文件说明花费。价格和当前投放只是占位数字；请在这些文件之外给出广告平台的导出文件或费用表。',
    noCurrency: (assumed) => `没有文件说明货币，假定为 ${assumed}。`,
    fileCurrency: (where, assumed) => `${place(where)}：没有说明货币，假定为 ${assumed}。`,
    hardlyVaried: (channel, spread) =>
      `${channel}：花费几乎没有变化（逐日变化 ${percent(spread)}），无从了解饱和情况。`,
    noLeads: (channel, conversions) =>
      `${channel}：CRM 中没有此来源的线索，因此采用平台所报的 ${shown(conversions)} 次转化。`,
    matched: (channel, leads, conversions) =>
      `${channel}：CRM 有 ${shown(leads)} 条线索，而平台报 ${shown(conversions)} 次转化（${percent(leads / conversions)}）；以 CRM 为准。`,
    unit: (channel, ours, told) =>
      `${channel}：按花费每次点击 ${shown(ours)}，而文件自己的点击价格为 ${shown(told)}。其中之一是否以分为单位？`,
    moreThanClicks: (channel, conversions, clicks) =>
      `${channel}：平台所报的转化（${shown(conversions)}）多于点击（${shown(clicks)}）；它把只看过广告的人也算在内。`,
    pooled: (channel, step) => `${channel}：${stepCalled(step, STAGES)} 没有可计的数据，采用全部渠道的数据。`,
    fewCounted: (channel, step, hits, of) =>
      `${channel}：${stepCalled(step, STAGES)} 只有 ${shown(of)} 中的 ${shown(hits)}，因此区间很宽。`,
    voided: (count) => `${shown(count)} 个落空的订单（作废或取消）已略去。`,
    orphans: (count, of) =>
      `${shown(of)} 个订单中有 ${shown(count)} 个（${percent(count / of)}）在与商机和客户关联之后仍没有渠道。`,
    noOrphans: (count) => `全部 ${shown(count)} 个订单都有渠道。`,
    stages: (won, lost, open) => {
      const said = (stages: readonly string[]) => (stages.length === 0 ? '无' : list(stages));
      return `商机阶段的理解：赢单：${said(won)}；输单：${said(lost)}；进行中：${said(open)}。`;
    },
    openDeals: (open, of) =>
      `${shown(of)} 个商机中有 ${shown(open)} 个（${percent(open / of)}）仍在进行中；赢单比例只按已结束的计算。`,
    tooYoung: (what, from, { weeks, young, older }) =>
      `最近 ${weeks} 周（自 ${from} 起）${WHOSE[what]}比例为 ${shares(young)}，此前为 ${shares(older)}：差异大于偶然。看来最近的还没有足够时间，不计入此比例。如果此后情况有变，实际会低于此处所说。`,
    drift: (what, from, { before, after }) =>
      `${from} 之前${WHOSE[what]}比例为 ${shares(before)}，此后为 ${shares(after)}：差异大于偶然。两者合并计算。请核对有何变化：方案是按整个时期的情况做出的。`,
    driftOf: (channel, step, from, { before, after }) =>
      `${channel}：${stepCalled(step, STAGES)} 在 ${from} 之前为 ${shares(before)}，此后为 ${shares(after)}：差异大于偶然。两者合并计算。请核对有何变化：方案是按整个时期的情况做出的。`,
    filledDown: (where, columns) =>
      `${place(where)}：“${columns.join('”、“')}”列中的空白按其上方的内容读取，合并单元格保存后即如此。`,
    sameHeading: (where, columns) => `${place(where)}：有几列都叫“${columns.join('”、“')}”，采用第一列。`,
    cutOff: (where) => `${place(where)}：最后一行在中间断开，已略去。文件完整吗？`,
    subForms: (where, rows) => `${place(where)}：${shown(rows)} 行子表单（主列为空）已略去。`,
    unreadable: (where, rows, first) =>
      `${place(where)}：${shown(rows)} 行无法读取，已略去，第一处在第 ${shown(first)} 行。`,
    masked: (where, rows) => `${place(where)}：${shown(rows)} 行中平台隐去了小数目（"<5"），已略去。`,
    people: (where) => `${place(where)}：邮箱和电话只用于查找重复，不予保留。`,
    rowsDeclared: (where, declared, found) =>
      `${place(where)}：文件称有 ${shown(declared)} 行，实有 ${shown(found)} 行。文件完整吗？`,
    sameRows: (where, rows) => `${place(where)}：${shown(rows)} 行与另一行各列相同：只计一次。`,
    sameNumbers: (where, rows) => `${place(where)}：${shown(rows)} 行的编号与另一行相同：只计一次。`,
    samePeople: (where, rows) => `${place(where)}：${shown(rows)} 行的邮箱或电话与另一行相同：只计一次。`,
    sameEarlier: (where, rows) => `${place(where)}：${shown(rows)} 行已见于前面的文件：只计一次，以前面的为准。`,
    sameMoment: (where, rows) =>
      `${place(where)}：${shown(rows)} 行与前面文件的行来源相同、在同一分钟创建，且并非两者都有编号：只计一次，以前面的为准。`,
    maybeTwice: (where, rows) =>
      `${place(where)}：${shown(rows)} 行所在的日期前面的文件也有，而并非两者都有编号可供区分：相同的行会计两次。请只用一个文件给出这些日期。`,
    sameRecords: (where, records) =>
      `${place(where)}：${shown(records)} 条记录在各页中重复出现：只计一次，以最后修改的为准。`,
    deleted: (where, records) => `${place(where)}：${shown(records)} 条已删除的记录已略去。`,
    pagesOf: (where, has, of) =>
      `${place(where)}：${shown(of)} 条记录中只有 ${shown(has)} 条。请一并给出其余各页：否则花费带来的成效会偏低。`,
    pagesFollow: (where, has) =>
      `${place(where)}：除这 ${shown(has)} 条记录外还有更多。请一并给出缺少的各页：否则花费带来的成效会偏低。`,
    pagesMayFollow: (where, has) =>
      `${place(where)}：每一页都是满的，因此除这 ${shown(has)} 条记录外可能还有更多。请给出直到最后一页的所有页：否则花费带来的成效会偏低。`,
    inChina: (where) => `${place(where)}：日期按中国时间（UTC+8）计，与导出文件相同。`,
    codes: (where, columns, source) =>
      `${place(where)}：${list(columns)} 是选项的值，而不是名称。请一并给出 ${source} 的返回结果，其中有选项的名称。`,
    sameDays: (where, rows) => `${place(where)}：${shown(rows)} 行的日期和广告系列已见于前面的文件：只计一次。`,
    noSource: (where, count, what, of) =>
      `${place(where)}：${shown(count)} ${COUNTED[what]}没有来源（${percent(count / of)}），单独列出。`,
    spellings: (where, count, what, spelled) =>
      `${place(where)}：${shown(count)} ${COUNTED[what]}的来源有另一种写法，已合并：${list(spelled.map(([channel, texts]) => `${channel}（${texts.join('、')}）`))}。`,
    sourceMap: (pairs) =>
      `名称不同但视为同一渠道的来源：${list(
        pairs.map(([source, channel]) => `${source} = ${channel}`),
        30,
      )}。`,
    ranges: (where) => `${place(where)}：多日的金额均匀分摊到各日；逐日如何变化不得而知。`,
    gaps: (channel, days) => `${channel}：没有 ${list(days)} 的数据。这些天已略去，不当作 0。`,
    paused: (channel, pauses) =>
      `${channel}：${list(pauses.map(([first, last]) => `${first} 至 ${last}`))} 没有数据行，视为停投、没有花费。`,
    overlap: (where, campaigns, said, exported) =>
      `${place(where)}：${shown(campaigns.length)} 个市场活动（${list(campaigns)}）也见于广告平台的导出文件：此处 ${shown(said)}，彼处 ${shown(exported)}${exported > 0 ? `（相差 ${percent(Math.abs(said / exported - 1))}）` : ''}。只计一次，以平台为准。`,
    noStart: (where, row, spend) =>
      `${place(where)}，第 ${row} 行：花费 ${shown(spend)} 的市场活动没有开始日期，已略去。`,
    noName: (where, row, spend) =>
      `${place(where)}，第 ${row} 行：花费 ${shown(spend)} 的市场活动没有人以其为来源，已略去。`,
    sessions: (where, events, claimed) => {
      const beside = claimed > 0 ? `，而各广告平台共报 ${shown(claimed)} 次转化` : '';
      return `${place(where)}：没有花费，因此不采用；它计有 ${shown(events)} 次关键事件${beside}。`;
    },
    totals: (where, rows) => `${skipped(where, rows)}。`,
    totalsAgree: (where, rows, sum) => `${skipped(where, rows)}；各行之和与之相同，为 ${shown(sum)}。`,
    totalsDisagree: (where, rows, said, sum) =>
      `${skipped(where, rows)}；合计称 ${shown(said)}，而各行之和为 ${shown(sum)}。`,
  },
  options: {
    map: (channel) => `如果线索中它另有名称，请用 --map "来源=${channel}" 说明。`,
    anyMap: () => '可用 --map "来源=渠道" 更改。',
    stages: () => '可用 --won "阶段"、--lost "阶段" 或 --open "阶段" 更改。',
  },
  notes: {
    read: (where, name, rows) => `${place(where)}：${name}，${shown(rows)} 行。`,
    response: () => '各渠道的收益如何递减都是假设，区间很宽：花费未经有意变动的历史不能证明它。',
    limits: () => '上下限为当前投放（若平时更高，上限按平时）的一半和两倍：没有人知道渠道在远离此处时表现如何。',
    limitsMoved: ({ limits: [least, most], ratio, basis }) =>
      `上下限为当前投放（若平时更高，上限按平时）的 ${multiple(least)} 倍和 ${multiple(most)} 倍，因为预算是${{ today: '当前', usual: '平时' }[basis]}的 ${multiple(ratio)} 倍：没有人知道渠道在远离此处时表现如何。`,
    noWorth: (fewest) =>
      `已知金额的订单不足 ${fewest} 个，因此只计客户数而不计其价值。请给出客户价值（\`value\`）以查看利润。`,
    margin: () => '毛利率设为 100%，这是需要更改的假设：文件知道收入，但不知道货品成本。',
    claims: () => '平台所报的转化是其自己的说法：各平台会重复计算彼此的转化。',
    onlyCounted: () => '表格只有客户数，无法得知有多少人回购：后续订单不计入。',
    noRepeats: () => '已知 90 天以上的客户太少，无法说明有多少人回购：后续订单不计入。',
    orders: (orders, revenue) => `读取了 ${shown(orders)} 个订单，共 ${shown(revenue)}。`,
    freeShared: ([low, high], weekly) =>
      `假设：每周 ${shown(weekly)} 位客户中有 ${percent(low)} 到 ${percent(high)} 无论花费多少都会来，他们是基线。`,
    free: (customers, sources, unknown, others) => {
      const named = [...sources.toSorted(), ...(unknown ? ['未知来源'] : []), ...(others ? ['客户很少的来源'] : [])];
      return `${shown(customers)} 位客户来自没有花费的来源（${list(named)}）：无论花费多少，他们都是基线。`;
    },
  },
  sources: {
    spend: (from, sum) =>
      `${from.map(({ place: where, column, rows: [first, last] }) => `${place(where)}，“${column}”列，第 ${shown(first)} 至 ${shown(last)} 行`).join('；')}：${shown(sum)}`,
    spendGuessed: (count, what) => `假设：${shown(count)} ${HEADS[what]}，按该价格的中间值`,
    plan: (spend, usual, today) => `plan、observedAt：${spend}；平均每周 ${shown(usual)}，当前 ${shown(today)}。`,
    field: (field, text) => `${field}：${text}。`,
    clicks: (clicks) => `${shown(clicks)} 次点击的花费；逐周如何变化不得而知，为假设`,
    clicksByWeek: (clicks, weeks) => `${shown(clicks)} 次点击的花费；据 ${weeks} 周估计，今后的周有九成在此区间内`,
    perHead: (count, what) => `该时期内到来的 ${shown(count)} ${HEADS[what]}的花费，确定程度取决于其数量`,
    priceGuessed: (what) => `假设，各来源相同：没有文件说明花费。请换成每${HEADS[what]}的实际成本`,
    priceShared: ([low, high], perCustomer) =>
      `假设，各渠道相同：总体每位客户花费 ${multiple(perCustomer)} 的 ${low} 到 ${high} 倍，因为没有文件说明该渠道带来了谁`,
    platform: () => '平台所报的转化，占点击的比例',
    ofClicks: (from) => `${from}，占平台同日点击的比例`,
    columns: (from) =>
      from
        .map(({ place: where, columns }) =>
          columns.length === 0 ? place(where) : `${place(where)}，列：${columns.join('、')}`,
        )
        .join('；'),
    withoutYoung: (from, day) => `${from}，不含 ${day} 及以后开始、尚无足够时间的`,
    response: ([low, high]) => `response：假设。达到上限一半时的投放为平时的 ${low} 到 ${high} 倍。`,
    hours: (hours) => `hours.people：据同一表格平均每周 ${shown(hours, 1)} 小时；无论花费多少都视为相同。`,
    step: (key, all, pooled, counts, design, from) => {
      const fewer =
        counts.of < all.of
          ? `，按 ${shown(counts.of)} 中的 ${shown(counts.hits)} 计，因为各周差异大于偶然（方差为其 ${shown(design, 1)} 倍）`
          : '';
      return `funnel.${key}：${pooled ? '全部渠道 ' : ''}${shown(all.of)} 中的 ${shown(all.hits)}${fewer}；${from}。`;
    },
    orderValue: (orders, revenue, single, from) => {
      const kind = single ? '太少，无法得知均值，因此以全部渠道的单个订单说明其可能所在' : '区间为其均值的区间';
      return `value.orderValue：${shown(orders)} 个订单共 ${shown(revenue)}，${kind}；${from}。`;
    },
    repeat: ({ hits, of, within, further }) =>
      `value.repeat：已知满 ${within} 天的 ${shown(of)} 位客户中有 ${shown(hits)} 位（${percent(hits / of)}）在此期间回购；全体平均再下单 ${shown(further)} 次，horizon 按此取值。`,
  },
  scenario: {
    name: (last) => `截至 ${last} 的历史（导入）`,
    head: () =>
      `由导出文件生成。除非另有说明，金额均为每周金额。每个数字出自何处见各渠道；凡是假设都会注明：这里的一切都可以更改。`,
  },
};

function place({ file, sheet, more }: Place): string {
  if (more !== undefined) return `${file} 及另外 ${shown(more)} 页`;
  return sheet === undefined ? file : `${file} 的工作表“${sheet}”`;
}

function list(names: readonly string[], most?: number): string {
  return listedWith(names, '、', (more) => `等，另有 ${more} 个`, most);
}

function shares({ hits, of }: Count): string {
  return `${shown(of)} 中的 ${shown(hits)}（${percent(hits / of)}）`;
}

function skipped(where: Place, rows: number): string {
  return `${place(where)}：${shown(rows)} 行合计已略去`;
}
