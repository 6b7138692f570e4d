import type { Names } from './first-names.ts';
import { FIRST_SOURCES, sourcesInChinese } from './first-sources.ts';

/** Where the numbers of examples are from: in English, as their files say it, and in Chinese. */
const SOURCES: Names = [
  ...FIRST_SOURCES,

  [
    'Benchmarks as named at each channel; the funnel of b2blead.io, "B2B conversion rate" (June 2026); the rest assumptions.',
    '各渠道注明的基准；漏斗据 b2blead.io《B2B 转化率》（2026 年 6 月）；其余为假设。',
  ],
  [
    "LinkedIn's benchmarks of December 2025 for technology in the Americas, as told by yirla.com: median cost per lead 290 for document ads, 371 for single images.",
    'yirla.com 转述的 LinkedIn 2025 年 12 月美洲科技行业基准：每条线索成本中位数，文档广告 290，单图 371。',
  ],
  [
    'adscalculator.xyz and b2blead.io (2026): 20 to 100 and more per lead for business software; taken higher here, as a lead is a request for a demonstration. Higher intent, so better rates: assumption.',
    'adscalculator.xyz 和 b2blead.io（2026）：商务软件每条线索 20 至 100 以上；此处线索指演示申请，取值更高。意向更强，因此转化率更好：假设。',
  ],
  [
    'Cheap names who read a paper and rarely buy: of the leads of any source, 85 to 90 % never qualify (shno.co, 2026); these do worse. Price per lead: assumption.',
    '便宜的名单，读过白皮书但很少购买：各来源的线索中 85% 至 90% 从未合格（shno.co，2026），这里更差。线索价格：假设。',
  ],
  [
    'Cost of promotion per registration, platform licence and rates are assumptions.',
    '每次报名的推广成本、平台许可费和各转化率均为假设。',
  ],
  [
    'gorilla76.com: 20,000 for a show with 50 contacts, 400 each. A larger booth here; size and number of contacts are assumptions. The show in May and the one in October are booked.',
    'gorilla76.com：一场展会 20,000，带来 50 个联系人，每个 400。此处展位更大；规模和联系人数为假设。五月和十月的展会已预订。',
  ],
  [
    'Partners vouch for the vendor, so half of their leads qualify; money for joint campaigns and the commission are assumptions.',
    '伙伴为厂商背书，其线索有一半合格；联合活动的费用和佣金为假设。',
  ],

  [
    "Google Meridian's budget optimization report, optimization_output_fixed_budget.html",
    'Google Meridian 的预算优化报告，optimization_output_fixed_budget.html',
  ],

  [
    'The way to decide from the founding articles; every number is an assumption, the results of the pilots included.',
    '决策方法来自作为起点的文章；所有数字均为假设，包括试点结果。',
  ],
  [
    'A partner of five years, with an offer that is new to them. Assumption.',
    '合作五年的伙伴，产品对其而言是新的。假设。',
  ],
  [
    'A partner of two years, with an offer that is new to them. Assumption.',
    '合作两年的伙伴，产品对其而言是新的。假设。',
  ],
  [
    'What was believed before the pilot, and the six weeks of the pilot with two of them: leads, those who qualified, and offices that ordered. Assumption.',
    '试点前的判断，以及与其中两家进行的六周试点：线索、合格线索和下单的办公室。假设。',
  ],
  [
    'What was believed before the pilot, and the six weeks of the pilot in two districts. Cheap names, few of whom stay: assumption.',
    '试点前的判断，以及在两个城区进行的六周试点。名单便宜，留下的很少：假设。',
  ],
  [
    'Nobody has tried it. They know coffee and their regulars; whether they sell to offices is a guess.',
    '还没有人试过。他们懂咖啡，也熟悉老顾客；能否卖给办公室只是猜测。',
  ],

  [
    "Benchmarks as named at each channel; returns by Big Chalk 2024; carry-over by Robyn's demonstration; the rest assumptions.",
    '各渠道注明的基准；回报据 Big Chalk 2024；延续效应据 Robyn 的演示；其余为假设。',
  ],
  [
    'Big Chalk 2024, 43.99 per thousand and 0.62 of margin per unit of money. Production and price by quarter, assumptions.',
    'Big Chalk 2024，每千次 43.99，每单位货币带来毛利 0.62。制作费和各季度价格为假设。',
  ],
  [
    'Big Chalk 2024, 20.31 per thousand and 1.78 of margin per unit of money.',
    'Big Chalk 2024，每千次 20.31，每单位货币带来毛利 1.78。',
  ],
  [
    'Solomon Partners for OAAA (January 2022), median 6.75 per thousand for a spot of 30 seconds. Return, an assumption.',
    'Solomon Partners 为 OAAA 所作（2022 年 1 月），30 秒广告每千次中位数 6.75。回报为假设。',
  ],
  [
    'Solomon Partners for OAAA (January 2022), 2.18 (transit shelters) to 7.50 (digital) per thousand. Return, an assumption.',
    'Solomon Partners 为 OAAA 所作（2022 年 1 月），每千次 2.18（候车亭）至 7.50（数字屏）。回报为假设。',
  ],
  [
    'Solomon Partners (January 2022), about 10 per thousand; Big Chalk 2024, 2.08 of margin per unit of money.',
    'Solomon Partners（2022 年 1 月），每千次约 10；Big Chalk 2024，每单位货币带来毛利 2.08。',
  ],
  [
    'metricuno.com (2025), 7 to 12 EUR per thousand for home and lifestyle outside Christmas; Big Chalk 2024, 2.38 for paid social.',
    'metricuno.com（2025），家居与生活类圣诞以外每千次 7 至 12 EUR；Big Chalk 2024，付费社交 2.38。',
  ],
  [
    'metricuno.com (2025), 4 to 8 EUR per thousand for home and lifestyle outside Christmas. Rates, assumptions.',
    'metricuno.com（2025），家居与生活类圣诞以外每千次 4 至 8 EUR。各转化率为假设。',
  ],
  [
    'Solomon Partners (January 2022), 2.27 per thousand; Big Chalk 2024, 2.29, here less as part of it only takes credit.',
    'Solomon Partners（2022 年 1 月），每千次 2.27；Big Chalk 2024，2.29，因其中一部分只是抢占功劳，此处取得更低。',
  ],
  [
    'ppcchief.com for home and garden, 1.05 per click and 2.9 % of clicks that buy. Share of these that are new, an assumption.',
    'ppcchief.com，家居园艺类，每次点击 1.05，2.9% 的点击会购买。其中新客户的占比为假设。',
  ],
  [
    'ppcchief.com after WordStream, 0.66 per click and 1.91 % of clicks that buy; taken higher for a known shop.',
    'ppcchief.com 引自 WordStream，每次点击 0.66，1.91% 的点击会购买；因商店有知名度，此处取得更高。',
  ],
  ['Commission of 18 to 30 per new customer, an assumption.', '每位新客户佣金 18 至 30，假设。'],
  [
    'crst.net after the DMA, 2.9 % of strangers respond to a mailing. Price of a piece (0.55 to 0.75) and the share of responses that buy, assumptions.',
    'crst.net 引自 DMA，2.9% 的陌生人会回应邮件。每件价格（0.55 至 0.75）和回应者中购买的占比为假设。',
  ],
];

const CHINESE = new Map(SOURCES);

/** As the channels of its report are told, in quotes as they stand in the file. */
const OF_MERIDIAN = /^"Meridian report: (\S+) for (\S+) today, (\S+) for (\S+) in Meridian's plan\."$/;

/** The text of an example with its sources in the language of the reader. */
export function sourcedIn(code: string, text: string): string {
  if (code === 'en') return text;
  return sourcesInChinese(
    text,
    (english) =>
      CHINESE.get(english) ??
      (OF_MERIDIAN.test(english)
        ? english.replace(OF_MERIDIAN, '"Meridian 报告：当前投放 $2 带来 $1；Meridian 的方案投放 $4 带来 $3。"')
        : undefined),
  );
}
