/** The first scenario of `starter.ts` in Chinese: the same numbers, with names and comments of a Chinese planner. */
export const starterZh = `# 第一个方案文件。请把数字换成您自己的，然后：
#
#   apportion check 文件      用文字说明每个数字是怎样理解的
#   apportion simulate 文件   显示当前方案可能的结果
#   apportion optimize 文件   在您的各项限制之内找出最优方案
#
# 有多大把握？写在数字里：
#
#   2.10            确定
#   1.8 到 2.6      九成把握在两者之间
#   10 / 20 / 60    最低 / 最可能 / 最高
#   8 of 200        测得：200 次中有 8 次
#
# 30%、5千 和 1.2万 按本意读取。

apportion: 1 # 文件格式的版本
name: 我的第一个方案
currency: CNY # 文件中所有金额的货币

# 十二周。除非另有说明，以下金额均为每周。
horizon: { periods: 12, unit: week }

# 整个方案的媒体投放。也可不写 total 而写：atMost、perPeriod，或 flexible: true。
budget: { total: 24万 }

# 一位客户值多少。渠道也可以有自己的价值。
value:
  orderValue: 70 到 90
  grossMargin: 38% 到 46% # 扣除货品成本之后，占订单的比例
  repeat: { rate: 20% 到 35%, every: 8, horizon: 52 } # 再次下单的概率，间隔几周，计入多少周

channels:
  搜索:
    price: { cpc: 0.90 到 1.50 } # 也可以是 cpm、cpl、cpa、flat
    funnel: { clickToCustomer: 2.5% 到 4% } # 从所买到的到客户的各步
    # 收益递减：每周投放接近 scale 时，受众大体已触达。
    # 上面的比例是每周投放 1.2万 时看到的平均值。
    response: { curve: exponential, scale: 1.5万 到 4万, observedAt: 1.2万 }
    plan: 1.2万 # 当前的投放
    limits: { max: 2.5万 } # 可以投放的范围：还有 min、total、share、maxChange

  社交媒体:
    price: { cpm: 6 到 11 }
    funnel: { impressionToClick: 0.8% 到 1.4%, clickToCustomer: 1.5% 到 3% }
    response: { curve: exponential, scale: 8千 到 2.5万, observedAt: 6千 }
    carryover: { curve: geometric, retention: 10% 到 30% } # 一周之后还剩下的效果
    plan: 6千
    limits: { min: 1千 }

  会员通讯:
    price: { cpl: 3 到 6 } # 每个联系方式的价格
    funnel: { leadToCustomer: 4% 到 9% }
    response: { curve: exponential, scale: 2千 到 6千, observedAt: 2千 }
    plan: 2千

# 假如？apportion simulate 文件 --stress 点击涨价
stresses:
  点击涨价: { label: 点击贵 30%, multiply: { 搜索.price: 1.3 } }

# 想达到什么，要有多大把握。
targets:
  - { metric: profit, atLeast: 0, probability: 80% }

goal: { maximize: profit } # 或 revenue，或 customers
`;
