import { isObject, objectsIn, type Json, type JsonObject } from '../../../tables/read-json.ts';
import { chinaTimeAt } from './china-time.ts';
import {
  contentOf,
  type Answer,
  type FieldName,
  type Fields,
  type PageCell,
  type PageProgram,
  type RecordReader,
} from './program.ts';

/** A kind of record: its export, and the heading of each field by what the field holds. */
interface CrmObject {
  readonly export: string;
  readonly texts: Readonly<Record<string, string>>;
  readonly options?: Readonly<Record<string, string>>;
  readonly references?: Readonly<Record<string, string>>;
  readonly times: Readonly<Record<string, string>>;
  readonly amounts?: Readonly<Record<string, string>>;
}

const OBJECTS: Readonly<Record<string, CrmObject>> = {
  LeadsObj: {
    export: '纷享销客 leads',
    texts: { _id: '线索编号', mobile: '手机', tel: '电话', email: '邮件' },
    options: { source: '线索来源', biz_status: '线索状态' },
    references: { marketing_event_id: '市场活动名称' },
    times: { create_time: '创建时间' },
  },
  AccountObj: {
    export: '纷享销客 customers',
    texts: { name: '客户名称' },
    options: { account_source: '客户来源', life_status: '生命状态' },
    times: { create_time: '创建时间' },
  },
  NewOpportunityObj: {
    export: '纷享销客 opportunities',
    texts: { _id: '商机编号' },
    options: { sales_status: '商机状态', sales_stage: '销售阶段', source: '线索来源' },
    references: { account_id: '客户名称' },
    times: { create_time: '创建时间', close_date: '预计成交日期' },
    amounts: { amount: '商机金额' },
  },
  SalesOrderObj: {
    export: '纷享销客 orders',
    texts: { name: '销售订单编号' },
    options: { life_status: '生命状态', order_status: '订单状态' },
    references: { account_id: '客户名称' },
    times: { order_time: '下单日期' },
    amounts: { order_amount: '销售订单金额' },
  },
};

/** Options that the program itself sets, and no company changes. */
const OWN_OPTIONS: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  life_status: {
    ineffective: '未生效',
    under_review: '审核中',
    normal: '正常',
    in_change: '变更中',
    invalid: '作废',
  },
  biz_status: {
    un_assigned: '待分配',
    un_processed: '待处理',
    processed: '跟进中',
    transformed: '已转换',
    closed: '已关闭',
  },
};

const DESCRIBE = '/cgi/crm/v2/object/describe';

/**
 * Answers of `POST /cgi/crm/v2/data/query` and, for the names of options, of `/cgi/crm/v2/object/describe`. Selections are told
 * by value and references by id; where a field has a twin with `__r` behind its name, that is how it reads.
 *
 * Source: developer.fxiaoke.com, openapi_v2, objects.
 */
export const fxiaoke: PageProgram = {
  name: '纷享销客',
  has: 'errorCode, data.dataList',
  key: '_id',
  changed: 'last_modified_time',
  objects: Object.keys(OBJECTS),
  inChina: true,
  isDeleted: (record) => record['is_deleted'] === true,

  read(answer): Answer | undefined {
    const { errorCode, errorMessage, errorDescription, data } = answer;
    if (typeof errorCode !== 'number') return undefined;
    if (errorCode !== 0) {
      const words = [errorMessage, errorDescription].filter((word) => typeof word === 'string');
      return { kind: 'failure', said: [String(errorCode), ...words].join(': ') };
    }
    if (!isObject(data)) return undefined;
    const described = isObject(data['describe']) ? data['describe'] : data;
    if (isObject(described['fields'])) return fieldList(described, described['fields']);
    const records = objectsIn(data['dataList']);
    if (records === undefined) return undefined;
    const { total } = data;
    const object = records.map((record) => record['object_describe_api_name']).find((name) => name !== undefined);
    return {
      kind: 'records',
      object: typeof object === 'string' ? object : '',
      records,
      follows: 'no',
      ...(typeof total === 'number' ? { total } : {}),
    };
  },

  recordsOf(object): RecordReader | undefined {
    if (!Object.hasOwn(OBJECTS, object)) return undefined;
    const { export: name, texts, options = {}, references = {}, times, amounts = {} } = OBJECTS[object]!;
    return {
      export: name,
      optionsFrom: DESCRIBE,
      cells: (record, fields) => [
        ...present(texts, record, (value) => ({ content: contentOf(value) })),
        ...present(options, record, (value, field) => optionCell(record, field, value, fields.get(field))),
        ...present(references, record, (value, field) => ({ content: twinOf(record, field) ?? contentOf(value) })),
        ...present(times, record, (value) => ({ content: timeOf(value) })),
        ...present(amounts, record, (value) => ({ content: amountOf(value) })),
      ],
    };
  },
};

/** Cells of the fields that a record has, or has a twin of. */
function present(
  headings: Readonly<Record<string, string>>,
  record: JsonObject,
  cell: (value: Json | undefined, field: string) => Omit<PageCell, 'heading'>,
): readonly PageCell[] {
  return Object.entries(headings)
    .filter(([field]) => record[field] !== undefined || record[twin(field)] !== undefined)
    .map(([field, heading]) => ({ heading, ...cell(record[field], field) }));
}

const twin = (field: string) => `${field}__r`;

function twinOf(record: JsonObject, field: string): string | undefined {
  const value = record[twin(field)];
  const text = isObject(value) ? value['name'] : value;
  return typeof text === 'string' && text.trim() !== '' ? text.trim() : undefined;
}

function optionCell(
  record: JsonObject,
  field: string,
  value: Json | undefined,
  described: FieldName | undefined,
): Omit<PageCell, 'heading'> {
  const code = String(contentOf(value));
  const own = Object.hasOwn(OWN_OPTIONS, field) ? OWN_OPTIONS[field]! : {};
  const label =
    twinOf(record, field) ?? described?.options?.get(code) ?? (Object.hasOwn(own, code) ? own[code] : undefined);
  if (label !== undefined) return { content: label };
  return code === '' ? { content: '' } : { content: code, isCode: true };
}

/** Milliseconds, as a number or in its digits. */
function timeOf(value: Json | undefined): string {
  const isTime = typeof value === 'number' || (typeof value === 'string' && /^\d{9,}$/.test(value));
  return (isTime ? chinaTimeAt(Number(value)) : undefined) ?? String(contentOf(value));
}

/** Amounts are texts with a point before decimals, whatever others of the file look like. */
function amountOf(value: Json | undefined): number | string {
  const content = contentOf(value);
  return typeof content === 'string' && /^-?\d+(?:\.\d+)?$/.test(content) ? Number(content) : content;
}

function fieldList({ api_name: object }: JsonObject, described: JsonObject): Answer {
  const fields: [string, FieldName][] = Object.entries(described).map(([name, field]) => {
    const { label, options } = isObject(field) ? field : {};
    return [name, { label: typeof label === 'string' ? label : name, options: optionNames(options) }];
  });
  const list: Fields = new Map(fields);
  return { kind: 'fields', fields: list, ...(typeof object === 'string' ? { object } : {}) };
}

function optionNames(options: Json | undefined): ReadonlyMap<string, string> {
  return new Map(
    (objectsIn(options) ?? []).flatMap(({ value, label }): [string, string][] =>
      typeof label === 'string' ? [[String(contentOf(value)), label]] : [],
    ),
  );
}
