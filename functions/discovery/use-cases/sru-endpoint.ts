import type { Engine } from '../../../layers/platform/search/client.ts';
import { CqlRefusal } from '../../../layers/protocols/cql/cql.ts';
import { parseCql } from '../../../layers/protocols/cql/parse-cql.ts';
import { readSru } from '../../../layers/protocols/sru/read-sru.ts';
import type {
  Explain,
  MediaType,
  Order,
  RecordSchema,
  Scan,
  SearchRetrieve,
  SruRequest,
} from '../../../layers/protocols/sru/sru-request.ts';
import {
  diagnosticResponse,
  explainResponse,
  type SruRecord,
  scanResponse,
  searchRetrieveResponse,
} from '../../../layers/protocols/sru/write-sru.ts';
import { zeerex } from '../../../layers/protocols/sru/zeerex.ts';
import { sruDublinCore } from '../../catalogue/public/sru-dublin-core.ts';
import type { HarvestList } from '../data/harvest-list.ts';
import { scanIndex } from '../data/search-index/scan.ts';
import { searchByCql } from '../data/search-index/search-by-cql.ts';
import { engineClause, ordersOf } from '../domain/cql/cql-to-engine.ts';
import { scanPlan } from '../domain/cql/scan-plan.ts';
import { explainedIndexes, sruSorting } from '../domain/cql/sru-indexes.ts';
import type { HarvestedRecord } from '../domain/oai-pmh/write-oai.ts';
import { recordAddress } from '../domain/record-address.ts';
import { addHoldings, type HoldingDeps } from './add-holdings.ts';

/**
 * The dependencies of the endpoint: the search engine and the name of its index, the records for harvesters, what their holdings need, the
 * site's address.
 */
export type SruDeps = HoldingDeps & { engine: Engine; family: string; list: HarvestList; site: () => Promise<string> };

/**
 * The most characters of records in a response, which may have six megabytes and counts quotation marks twice; later records are left to
 * the next request.
 */
const MOST_CHARACTERS = 2_500_000;

type Faulty = Extract<SruRequest, { operation: 'faulty' }>;

const recordOf = (
  recordId: string,
  found: HarvestedRecord | undefined,
  { schema, site }: { schema: RecordSchema; site: string },
): SruRecord => {
  // Deleted or hidden since it was found; the index is updated shortly.
  if (found?.forms === undefined) return { recordId, diagnostic: { code: 64, details: recordId } };
  const { dc, marcxml } = found.forms;
  return { recordId, xml: schema === 'dc' ? sruDublinCore(dc, recordAddress(site, recordId)) : marcxml };
};

const asMuchAsFits = (records: readonly SruRecord[]): SruRecord[] => {
  let remaining = MOST_CHARACTERS;
  return records.filter((record, i) => {
    remaining -= 500 + ('xml' in record ? record.xml.length : 0);
    return i === 0 || remaining >= 0;
  });
};

const planOf = (request: SearchRetrieve): { clause: ReturnType<typeof engineClause>; orders: readonly Order[] } => {
  const query = parseCql(request.query);
  return { clause: engineClause(query), orders: query.sortBy.length > 0 ? ordersOf(query.sortBy) : request.orders };
};

const searched = async (deps: SruDeps, request: SearchRetrieve): Promise<string> => {
  const { startRecord, maximumRecords } = request;
  const found = await searchByCql(deps.engine, deps.family, { ...planOf(request), startRecord, maximumRecords });
  if (found === 'too-much')
    throw new CqlRefusal(47, 'The query is too large: fewer words, please, or more letters before a mask.');
  if (found.total > 0 && startRecord > found.total) throw new CqlRefusal(61, String(found.total));
  const [stored, site] = await Promise.all([deps.list.get(found.recordIds), deps.site()]);
  const forms = request.schema === 'marcxml' ? await addHoldings(deps, stored) : stored;
  const records = found.recordIds.map((recordId, i) => recordOf(recordId, forms[i], { schema: request.schema, site }));
  return searchRetrieveResponse(request, { total: found.total, records: asMuchAsFits(records) });
};

const scanned = async ({ engine, family }: SruDeps, request: Scan): Promise<string> =>
  scanResponse(request, await scanIndex(engine, family, scanPlan(request.scanClause), request));

const explained = async (deps: SruDeps, request: Explain | Faulty): Promise<string> => {
  const address = `${new URL(await deps.site()).origin}/v1/discovery/sru`;
  const record = zeerex(address, explainedIndexes, request.version);
  return explainResponse(request, record, 'diagnostics' in request ? request.diagnostics : []);
};

const xmlFor = async (deps: SruDeps, request: SruRequest): Promise<string> => {
  if (request.operation === 'explain') return explained(deps, request);
  const { version } = request;
  if (request.operation === 'faulty')
    return request.of === 'explain'
      ? explained(deps, request)
      : diagnosticResponse(request.of, version, request.diagnostics);
  try {
    return await (request.operation === 'scan' ? scanned(deps, request) : searched(deps, request));
  } catch (error) {
    if (!(error instanceof CqlRefusal)) throw error;
    return diagnosticResponse(request.operation, version, [error.diagnostic]);
  }
};

/**
 * Answers any request of SRU 1.1, 1.2 or 2.0. Takes its parameters as text; returns the XML of the response and its media type, with a
 * diagnostic for a faulty request. Everybody finds only public records.
 */
export const answerSru = async (deps: SruDeps, text: string): Promise<{ xml: string; mediaType: MediaType }> => {
  const request = readSru(text, sruSorting);
  return { xml: await xmlFor(deps, request), mediaType: request.mediaType };
};
