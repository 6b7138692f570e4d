/** What the examples ask, by the names of their files. */
export const exampleQuestions: Readonly<Record<string, string>> = {
  'five-channels.yaml':
    '一个消费品牌的十二周营销预算，应如何分配给客户购买的五个渠道：线上平台、门店、社交媒体、分销与直销？各渠道的客户复购频率不同，所需的人员和合作方抽成也不同，因此最便宜的客户未必最好。',
  'b2b-leads.yaml':
    '一家有销售团队的软件公司，一年中在六个来源购买线索。算上销售为每条线索付出的工时，哪些来源物有所值？在线索变冷之前，团队能把多少钱变成客户？',
  'reseller-network.yaml':
    '新产品应由哪些合作伙伴销售？未来半年，每家的联合推广各给多少钱？两家经销商已熟悉，两类伙伴试过六周，还有一类只是设想。',
  'retail-year.yaml':
    '一家家居生活店铺按周规划全年十二个渠道的广告：钱该花在哪里、何时花，电视广告的制作费值不值？圣诞期间卖得多，但每场竞价都知道，所以最贵的几周也是最好的几周。',
  'meridian.yaml': '按媒体组合模型的响应曲线，怎样分配预算收效最大？由 Meridian 的报告生成，可随意修改。',
};
