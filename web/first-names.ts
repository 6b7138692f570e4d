/** An English name, and the Chinese one. */
export type Names = readonly (readonly [english: string, chinese: string])[];

/** Of the example that a first visit begins with. */
export const FIRST_NAMES: Names = [
  ['Five purchase channels, spring', '五个购买渠道，春季'],
  ['Marketplace', '电商平台'],
  ['Stores', '线下门店'],
  ['Social media', '社交媒体'],
  ['Distribution partners', '分销渠道'],
  ['Direct sales to companies', '企业直销'],
  ['Advisers in stores', '门店导购'],
  ['Sales people', '销售人员'],
  ['Customer service', '客服'],
  ['The marketplace is down or closes the shop for two weeks', '平台故障或关店两周'],
  ['Clicks and impressions cost 30 % more', '点击和展示贵 30%'],
  ['Social media are closed to the brand for a month', '社交媒体对品牌关闭一个月'],
  ['The distribution partner leaves after four weeks', '分销伙伴四周后离开'],
  ['A competitor starts a price war in the second half', '竞争者在下半程发起价格战'],
];

/** The text of an example with its names in the language of the reader; numbers, fields and comments stay as they are. */
export function renamed(code: string, text: string, known: Names): string {
  const names = new Map(known.map(([english, chinese]) => (code === 'en' ? [chinese, english] : [english, chinese])));
  return text.replaceAll(/(^name|\blabel): (.+?)(?=, \w+: |\s*\}|$)/gm, (line, field: string, name: string) =>
    names.has(name) ? `${field}: ${names.get(name)}` : line,
  );
}
