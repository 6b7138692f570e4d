/** What exports are called whose English names have a word of English in them. */
export const exportNamesZh: Readonly<Record<string, string>> = {
  'Zoho CRM leads': 'Zoho CRM 线索',
  'Zoho CRM deals': 'Zoho CRM 商机',
  'Zoho CRM campaigns': 'Zoho CRM 市场活动',
  'Zoho CRM sales orders': 'Zoho CRM 销售订单',
  '纷享销客 leads': '纷享销客销售线索',
  '纷享销客 customers': '纷享销客客户',
  '纷享销客 opportunities': '纷享销客商机',
  '纷享销客 orders': '纷享销客销售订单',
  '简道云 orders': '简道云订单',
  '简道云 customers': '简道云客户',
  '简道云 leads': '简道云线索',
  '纷享销客 fields': '纷享销客字段',
  '简道云 fields': '简道云字段',
  'channel costs': '渠道费用表',
  'results of all channels': '全部渠道的成效',
};
