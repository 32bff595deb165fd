import { openTable } from '../../../layers/platform/dynamodb/table.ts';
import type { Runtime } from '../../../layers/platform/runtime/runtime.ts';
import { siteAddress } from '../../../layers/platform/runtime/site-address.ts';
import { openEngine } from '../../../layers/platform/search/client.ts';
import { CqlRefusal } from '../../../layers/protocols/cql/cql.ts';
import { parseCql } from '../../../layers/protocols/cql/parse-cql.ts';
import { readSru } from '../../../layers/protocols/sru/read-sru.ts';
import type { SearchRetrieve } from '../../../layers/protocols/sru/sru-request.ts';
import {
  diagnosticResponse,
  explainResponse,
  type SruRecord,
  searchRetrieveResponse,
} from '../../../layers/protocols/sru/write-sru.ts';
import { zeerex } from '../../../layers/protocols/sru/zeerex.ts';
import { sruDublinCore } from '../../catalogue/public/dublin-core.ts';
import { familyOf } from '../../catalogue/public/versions.ts';
import { harvestList } from '../data/harvest-list.ts';
import { searchByCql } from '../data/search-index/search-by-cql.ts';
import { engineClause, type Order, ordersOf } from '../domain/cql/cql-to-engine.ts';
import type { HarvestedRecord } from '../domain/oai-pmh/write-oai.ts';

/** What the door is composed of, once a container. */
export const sruStores = (runtime: Runtime) => ({
  engine: openEngine(runtime),
  family: familyOf(runtime),
  list: harvestList(openTable(runtime)),
  site: () => siteAddress(runtime),
});
type Stores = ReturnType<typeof sruStores>;

/** An answer holds six megabytes, in which quotation marks count twice: later records are left to the next request. In characters. */
const MOST_CHARACTERS = 2_500_000;

const recordOf = (recordId: string, found: HarvestedRecord | undefined, { schema }: SearchRetrieve): SruRecord => {
  // Found, and gone or hidden since: a moment later it is not found any more.
  if (found?.forms === undefined) return { recordId, diagnostic: { code: 64, details: recordId } };
  const { dc, marcxml } = found.forms;
  return { recordId, xml: schema === 'dc' ? sruDublinCore(dc) : marcxml };
};

const asMuchAsFits = (records: readonly SruRecord[]): SruRecord[] => {
  let room = MOST_CHARACTERS;
  return records.filter((record, i) => {
    room -= 500 + ('xml' in record ? record.xml.length : 0);
    return i === 0 || room >= 0;
  });
};

const planOf = (request: SearchRetrieve): { clause: ReturnType<typeof engineClause>; orders: readonly Order[] } => {
  const query = parseCql(request.query);
  return { clause: engineClause(query), orders: query.sortBy.length > 0 ? ordersOf(query.sortBy) : request.orders };
};

const searched = async (stores: Stores, request: SearchRetrieve): Promise<string> => {
  const { startRecord, maximumRecords } = request;
  const found = await searchByCql(stores.engine, stores.family, { ...planOf(request), startRecord, maximumRecords });
  if (found === 'too-much')
    throw new CqlRefusal(47, 'The query is too large: fewer words, please, or more letters before a mask.');
  if (found.total > 0 && startRecord > found.total) throw new CqlRefusal(61, String(found.total));
  const held = await stores.list.get(found.recordIds);
  const records = found.recordIds.map((recordId, i) => recordOf(recordId, held[i], request));
  return searchRetrieveResponse(request, { total: found.total, records: asMuchAsFits(records) });
};

/**
 * Answers a request of SRU 1.1 or 1.2, whatever it is. Takes its parameters as text; gives the answer's XML, which says by a
 * diagnostic what is wrong. Only what the public may see is found, whoever asks.
 */
export const atSruDoor = async (stores: Stores, text: string): Promise<string> => {
  const request = readSru(text);
  if (request.operation === 'faulty') return diagnosticResponse(request.of, request.version, request.diagnostics);
  if (request.operation === 'explain')
    return explainResponse(request, zeerex(`${new URL(await stores.site()).origin}/v1/discovery/sru`));
  try {
    return await searched(stores, request);
  } catch (error) {
    if (!(error instanceof CqlRefusal)) throw error;
    return diagnosticResponse('searchRetrieve', request.version, [error.diagnostic]);
  }
};
