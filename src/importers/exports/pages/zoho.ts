import { isObject, objectsIn, type Json, type JsonObject } from '../../../tables/read-json.ts';
import { contentOf, type Answer, type PageCell, type PageProgram, type RecordReader } from './program.ts';

/** A kind of record: its export, fields that others do not have, and the headings of fields; of lookups those before `.id`. */
interface Module {
  readonly export: string;
  readonly signs: readonly string[];
  readonly fields: Readonly<Record<string, string>>;
}

/** An answer does not say of which module it is. */
const MODULES: Readonly<Record<string, Module>> = {
  Leads: {
    export: 'Zoho CRM leads',
    signs: ['Lead_Status', 'Converted__s', 'Converted_Deal', 'Converted_Date_Time', 'Lead_Conversion_Time', 'Company'],
    fields: {
      id: 'Record Id',
      Lead_Source: 'Lead Source',
      Lead_Status: 'Lead Status',
      Created_Time: 'Created Time',
      Converted__s: 'Is Converted',
      Converted_Deal: 'Converted Deal',
      Ad_Campaign_Name: 'Ad Campaign Name',
      Email: 'Email',
      Mobile: 'Mobile',
      Phone: 'Phone',
    },
  },
  Deals: {
    export: 'Zoho CRM deals',
    signs: ['Stage', 'Closing_Date', 'Pipeline', 'Sales_Cycle_Duration', 'Overall_Sales_Duration'],
    fields: {
      id: 'Record Id',
      Lead_Source: 'Lead Source',
      Stage: 'Stage',
      Amount: 'Amount',
      Created_Time: 'Created Time',
      Closing_Date: 'Closing Date',
      Account_Name: 'Account Name',
      Campaign_Source: 'Campaign Source',
      Currency: 'Currency',
    },
  },
  Campaigns: {
    export: 'Zoho CRM campaigns',
    signs: ['Actual_Cost', 'Budgeted_Cost', 'Expected_Response', 'Num_sent'],
    fields: {
      Campaign_Name: 'Campaign Name',
      Type: 'Type',
      Actual_Cost: 'Actual Cost',
      Start_Date: 'Start Date',
      End_Date: 'End Date',
    },
  },
  Sales_Orders: {
    export: 'Zoho CRM sales orders',
    signs: ['SO_Number'],
    fields: {
      id: 'Record Id',
      SO_Number: 'SO Number',
      Account_Name: 'Account Name',
      Grand_Total: 'Grand Total',
      Created_Time: 'Created Time',
      Deal_Name: 'Deal Name',
      Status: 'Status',
      Currency: 'Currency',
    },
  },
};

/**
 * Answers of `GET /crm/v8/{Module}`. Ids get the prefix that exports give them, so that both can be joined; times are those of
 * the organisation in both.
 *
 * Source: Zoho CRM developer documentation, "Get Records" (v8), and field names of zoho/zohocrm-typescript-sdk-8.0.
 */
export const zoho: PageProgram = {
  name: 'Zoho CRM',
  has: 'data, info',
  key: 'id',
  changed: 'Modified_Time',
  objects: Object.keys(MODULES),

  read(answer): Answer | undefined {
    const { data, info, status, code, message } = answer;
    if (status === 'error' && typeof code === 'string') {
      return { kind: 'failure', said: typeof message === 'string' ? `${code}: ${message}` : code };
    }
    const records = objectsIn(data);
    if (records === undefined || !isObject(info) || typeof info['more_records'] !== 'boolean') return undefined;
    const { page } = info;
    return {
      kind: 'records',
      object: moduleOf(records),
      records,
      follows: info['more_records'] ? 'yes' : 'no',
      ...(typeof page === 'number' ? { number: page } : {}),
    };
  },

  recordsOf(object): RecordReader | undefined {
    if (!Object.hasOwn(MODULES, object)) return undefined;
    const { export: name, fields } = MODULES[object]!;
    const headings = Object.entries(fields);
    return {
      export: name,
      cells: (record) =>
        headings.flatMap(([field, heading]) => (Object.hasOwn(record, field) ? cellsOf(heading, record[field]) : [])),
    };
  },
};

/** The module of which most signs are there; no name where there are none. */
function moduleOf(records: readonly JsonObject[]): string {
  const names = new Set(records.flatMap((record) => Object.keys(record)));
  const counts = Object.entries(MODULES).map(
    ([module, { signs }]) => [module, signs.filter((sign) => names.has(sign)).length] as const,
  );
  const [module, most] = counts.reduce((best, each) => (each[1] > best[1] ? each : best), ['', 0] as const);
  return most === 0 ? '' : module;
}

function cellsOf(heading: string, value: Json | undefined): readonly PageCell[] {
  if (isObject(value)) {
    return [{ heading: `${heading}.id`, content: exportedId(value['id']) }, ...cellsOf(heading, value['name'])];
  }
  return [{ heading, content: heading === 'Record Id' ? exportedId(value) : contentOf(value) }];
}

function exportedId(value: Json | undefined): string {
  return typeof value === 'string' && value !== '' ? `zcrm_${value}` : '';
}
