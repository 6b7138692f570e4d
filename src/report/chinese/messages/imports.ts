import { exportNamesZh } from '../../../importers/exports/languages/export-names-zh.ts';
import type { Templates } from '../../languages/translate.ts';

/** Why exports cannot be imported, and what to do about it. */
export const importTexts: Templates = {
  ...exportNamesZh,
  'at most {} files can be imported together, got {}': '一次最多导入 {} 个文件，现有 {} 个',
  'the files have no rows with a day': '文件中没有带日期的行',
  'Give exports of advertisements, leads, deals or orders.': '请给出广告、线索、商机或订单的导出文件。',
  'no source has five leads or customers or more, and nothing says what was spent':
    '没有任何来源有五条以上的线索或客户，也没有文件说明花费',
  'no file says what became of the money': '没有文件说明花费带来了什么',
  'Give leads, deals, orders or customers beside the costs, with the same names of channels.':
    '请在费用之外给出线索、商机、订单或客户，并使用相同的渠道名称。',
  'more than 10,000,000,000 a week was spent on a channel': '某渠道每周花费超过 10,000,000,000',
  'Export amounts in a larger unit.': '请以更大的单位导出金额。',
  'must be three letters such as EUR': '必须是三个字母，如 EUR',
  'the files have amounts in {}, and not in {}': '文件中的金额以 {} 计，而不是 {}',
  'amounts are in several currencies: {}': '金额使用了多种货币：{}',
  'amounts are in {}': '金额使用了多种货币：{}',
  'Import one currency at a time.': '请每次只导入一种货币。',
  'Export one currency at a time.': '请每次只导出一种货币。',
  'column {}: no day is above the 12th, so that 3/4 may be in March or in April':
    '列 {}：没有大于 12 的日子，因此 3/4 可能在三月，也可能在四月',
  'Export a longer time, or write days as 2026-04-03.': '请导出更长的时间，或把日期写成 2026-04-03。',
  'column {}': '列 {}',
  'sheet {}, column {}': '工作表 {}，列 {}',
  'sheet {}: {}': '工作表 {}：{}',
  '{}: is empty': '{}：为空',
  '{}: is not a day': '{}：不是日期',
  '{}: is below 0': '{}：小于 0',
  '{}: is not a number': '{}：不是数字',
  'must be a whole number of weeks from 1 to {}': '必须是 1 到 {} 的整周数',
  'must be more than 0 and at most 1,000,000,000,000': '必须大于 0，且不超过 1,000,000,000,000',
  'looks like an export of {} as much as of {}': '既像 {} 的导出文件，也像 {} 的',
  'Export it with more columns, by which it can be told apart.': '请多导出一些列，以便区分。',
  'looks like an export of {}, but has no column {}': '像是 {} 的导出文件，但没有 {} 列',
  'Export it again with this column.': '请连同此列重新导出。',
  'no row looks like the headings of an export that is known': '没有一行像是已知导出文件的表头',
  'Known are exports of {}, and tables of costs by month and channel.':
    '已知的有 {} 的导出文件，以及按月份和渠道的费用表。',
  'In Google Ads, segment the report by day and export it again.': '请在 Google Ads 中按天细分报告，然后重新导出。',
  'In Ads Manager, add the breakdown by time: day, and export it again.':
    '请在广告管理工具中添加按时间（天）的细分，然后重新导出。',
  'In TikTok Ads Manager, add the dimension By Day and export it again.':
    '请在 TikTok 广告管理平台中添加“按天”维度，然后重新导出。',
  'In Campaign Manager, export the report with the time breakdown Daily.':
    '请在 Campaign Manager 中按日（Daily）导出报告。',
  'In Microsoft Advertising, export the report with the unit of time Day.':
    '请在 Microsoft Advertising 中以天（Day）为时间单位导出报告。',
  'Export the report by day (分日).': '请按天（分日）导出报告。',
  'Export the report with the unit of time 分日.': '请以“分日”为时间单位导出报告。',
  'a file may have {} bytes, this one has {}': '一个文件最多 {} 字节，此文件有 {} 字节',
  'is a spreadsheet of the old kind (.xls), or one with a password': '是旧格式（.xls）或有密码的电子表格',
  'Save it as .xlsx or .csv, without a password.': '请另存为 .xlsx 或 .csv，不设密码。',
  'Export fewer columns, or a shorter time.': '请减少导出的列，或缩短时间。',
  'is no text in UTF-8, UTF-16 or GB18030': '不是 UTF-8、UTF-16 或 GB18030 编码的文本',
  'Give a table as .csv or .xlsx, as it was exported.': '请给出导出时的 .csv 或 .xlsx 表格。',
  'is a damaged spreadsheet or archive': '是损坏的电子表格或压缩包',
  'Export or download it again.': '请重新导出或下载。',
  'is an archive, and no spreadsheet': '是压缩包，而不是电子表格',
  'Unpack it and give the files in it.': '请解压后给出其中的文件。',
  'unpacks to {} bytes, where {} are allowed': '解压后有 {} 字节，最多允许 {} 字节',
  'is a damaged or far too large spreadsheet': '是损坏或过大的电子表格',
  'Open it in a spreadsheet program and save it as .xlsx again.': '请用电子表格程序打开，并重新另存为 .xlsx。',
  'a table may have {} columns, this one has {}': '一个表格最多 {} 列，此表格有 {} 列',
  'a table may have {} cells, this one has {}': '一个表格最多 {} 个单元格，此表格有 {} 个',
};
