/**
 * What planners call fields of the file elsewhere, as in reports of platforms and their own tables, in small letters without
 * spaces and hyphens. A field is told by its name, or by its place where several have the name.
 */
export const otherWords: Readonly<Record<string, readonly string[]>> = {
  orderValue: words(
    'aov averageordervalue averageorder basket basketsize price 客单价 订单金额 平均客单价 平均订单金额 订单均价',
  ),
  grossMargin: words('margin contributionmargin marginrate grossmarginrate 毛利 毛利率'),
  returns: words('returnrate refunds refundrate 退货率 退款率 退货退款率'),
  repeat: words('repurchase retention 复购 复购率'),
  'repeat.rate': words('repeatrate repurchaserate repeatpurchaserate 复购率 回购率 重复购买率'),
  'repeat.every': words('repurchasecycle repurchaseinterval 复购周期 回购周期 复购间隔'),
  'referral.rate': words('referralrate 推荐率 转介绍率'),
  impressionToClick: words('ctr clickrate clickthroughrate 点击率 点阅率'),
  clickToLead: words('cvr leadrate conversionrate 线索转化率 留资率 表单转化率 转化率'),
  clickToCustomer: words('cvr cr conversion conversionrate 转化率 成交率 下单率 下单转化率 点击转化率 购买转化率'),
  visitToCustomer: words('storeconversion storeconversionrate 进店转化率 到店转化率 到访转化率'),
  leadToQualified: words('qualificationrate mqlrate 有效率 线索有效率 有效线索率'),
  leadToOpportunity: words('opportunityrate 商机转化率'),
  leadToCustomer: words('closerate winrate closingrate leadconversionrate 赢单率 成交率 签单率 成单率 线索成交率'),
  qualifiedToCustomer: words('closerate winrate closingrate 赢单率 成交率 签单率 成单率'),
  opportunityToCustomer: words('closerate winrate closingrate 赢单率 成交率 签单率 成单率 商机赢单率'),
  cpa: words(
    'cac cpo cps costperacquisition costperaction costperconversion costpercustomer costperorder costpersale 获客成本 转化成本 成交成本 单客成本 下单成本',
  ),
  cpc: words(
    'costperclick avgcpc averagecpc 点击成本 点击单价 点击均价 平均点击单价 平均点击价格 平均点击成本 单次点击成本',
  ),
  cpm: words(
    'costpermille costperthousand costperthousandimpressions ecpm avgcpm averagecpm 千次展示成本 千次展现成本 千次曝光成本 千次展示费用 千次展现费用 平均千次展现费用 千展成本',
  ),
  cpl: words('costperlead costperinquiry 线索成本 线索单价 留资成本 表单成本 单条线索成本'),
  halfSaturation: words('ec50 ec half midpoint 半饱和'),
  slope: words('shape steepness'),
  retention: words('adstock decay carryover'),
  carryover: words('adstock lag 延续效应'),
  response: words('curve saturation 响应曲线'),
  plan: words(
    'spend spent cost today current budget adspend amountspent mediaspend currentspend currentbudget todaysbudget 花费 计划 消耗 预算 费用 投放 投放额 投放金额 投放费用 投放预算 广告费 广告花费 广告消耗 推广费 推广费用 现有预算 当前预算 当前花费',
  ),
  budget: words('total money 预算'),
  channels: words('media 渠道'),
  horizon: words('time dates calendar period'),
  resources: words('people staff team teams capacity 人力 人员 团队 人手'),
  segments: words('audiences 客群 人群 细分市场'),
  season: words('seasonality seasonal 季节 季节性 淡旺季'),
  events: words('risks 事件 风险'),
  stresses: words('stresstests stresstest stress 压力测试 压力情景'),
  targets: words('kpi kpis objectives 指标 目标'),
  goal: words('objective optimize maximize 优化目标'),
  pilot: words('test trial experiment 试点 试投 小规模测试'),
  satisfaction: words('nps csat 满意度'),
  precision: words('targeting targetingprecision 精准度 目标精准度'),
  halo: words('spillover synergy 协同 溢出'),
  off: words('disabled paused inactive 停用 暂停'),
  label: words('title displayname 名称 显示名'),
  notes: words('description comment comments note 备注 说明'),
  hourlyCost: words('rate hourlyrate costperhour wage salary 时薪'),
  capacity: words('hours available hoursavailable 可用工时'),
  fee: words('agencyfee agencyfeerate markup servicefee 服务费 服务费率 代理费 代理费率 代理服务费'),
  commission: words('commissionrate takerate platformfee 佣金 扣点 平台扣点 抽成 抽佣'),
  fixedCost: words('fixedcosts fixedfee setupcost setupfee 固定费用 固定投入 入场费 开户费'),
  min: words('atleast minimum least 最少 最低 下限'),
  max: words('atmost maximum most cap 最多 最高 上限'),
  'limits.min': words('minspend minimumspend minbudget minimumbudget 最低投放 最低预算 最低花费 投放下限 预算下限'),
  'limits.max': words(
    'maxspend maximumspend maxbudget maximumbudget spendcap 最高投放 最高预算 最高花费 投放上限 预算上限',
  ),
  'share.min': words('minshare minimumshare 最低占比 占比下限'),
  'share.max': words('maxshare maximumshare 最高占比 占比上限'),
  profit: words('netprofit npv earnings contribution 利润 净利润'),
  revenue: words('sales turnover gmv 收入 销售额 营业额'),
  margin: words(
    'grossprofit customervalue lifetimevalue customerlifetimevalue ltv clv 毛利 客户价值 客户终身价值 终身价值',
  ),
  customers: words('conversions orders buyers acquisitions 客户数 获客数 成交数 转化数'),
  atLeast: words('min minimum least'),
  atMost: words('max maximum most cap'),
};

function words(list: string): readonly string[] {
  return list.split(' ');
}
