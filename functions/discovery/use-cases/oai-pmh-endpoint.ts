import { openTable, type Table } from '../../../layers/platform/dynamodb/table.ts';
import type { Runtime } from '../../../layers/platform/runtime/runtime.ts';
import { siteAddress } from '../../../layers/platform/runtime/site-address.ts';
import { formats } from '../../../layers/protocols/marc/formats.ts';
import { secondOf } from '../../catalogue/public/datestamps.ts';
import { formatSet, memberSet } from '../../catalogue/public/sets.ts';
import { readDirectory } from '../../membership/public/directory-store.ts';
import { type HarvestPage, harvestList } from '../data/harvest-list.ts';
import type { ListRequest, OaiError, OaiRequest } from '../domain/oai-pmh/oai-request.ts';
import { readOai } from '../domain/oai-pmh/read-oai.ts';
import { writeToken } from '../domain/oai-pmh/resumption-token.ts';
import {
  formatsXml,
  harvestedXml,
  identifyXml,
  type OaiSaid,
  oaiResponse,
  type Repository,
  recordIdIn,
  repositoryAt,
  setsXml,
  tokenXml,
} from '../domain/oai-pmh/write-oai.ts';

/** What the door is composed of, once a container. */
export const oaiStores = (runtime: Runtime) => {
  const table = openTable(runtime);
  return { table, list: harvestList(table), site: () => siteAddress(runtime) };
};
type Stores = ReturnType<typeof oaiStores>;
type At = { stores: Stores; at: Repository; now: number };

const wrong = (code: OaiError['code'], message: string): OaiSaid => ({ errors: [{ code, message }] });

/** Every member and every format, also those that have nothing yet. */
const setsOf = async (table: Table): Promise<{ set: string; name: string }[]> => {
  const members = await readDirectory(table);
  return [
    ...members.map(({ memberId, name }) => ({ set: memberSet(memberId), name })),
    ...formats.map((format) => ({ set: formatSet(format), name: `Format: ${format.replaceAll('-', ' ')}` })),
  ];
};

/**
 * What a token's list holds next. When all that followed has changed since, it comes later, with another datestamp, and nothing
 * is left; a list must not be empty, so its last record comes once more.
 */
const pageOf = async ({ list }: Stores, { selection, after }: ListRequest, now: number): Promise<HarvestPage> => {
  const page = await list.page({ selection, after, now });
  if (page.records.length > 0 || after === undefined) return page;
  const [last] = await list.get([after.recordId]);
  return { records: last ? [last] : [] };
};

const listed = async ({ stores, at, now }: At, request: ListRequest): Promise<OaiSaid> => {
  const { verb, selection, given } = request;
  const { records, next } = await pageOf(stores, request, now);
  if (records.length === 0)
    return given > 0
      ? wrong('badResumptionToken', 'This is no resumptionToken of ours.')
      : wrong('noRecordsMatch', 'No record changed in this set and time.');
  const token = next && writeToken({ ...request, after: next, given: given + records.length });
  const inner = records.map((record) => harvestedXml(at, record, { verb, prefix: selection.prefix }));
  return { verb, inner: `${inner.join('')}${tokenXml(token, given)}` };
};

const said = async (here: At, request: OaiRequest): Promise<OaiSaid> => {
  const { stores, at, now } = here;
  const { verb } = request;
  const oneOf = async (identifier: string) => {
    const recordId = recordIdIn(at, identifier);
    return recordId === undefined ? undefined : (await stores.list.get([recordId]))[0];
  };
  const unknown = wrong('idDoesNotExist', 'There is no such record.');
  if (request.verb === 'Identify')
    return { verb, inner: identifyXml(at, (await stores.list.earliest()) ?? secondOf(now)) };
  if (request.verb === 'ListSets') return { verb, inner: setsXml(await setsOf(stores.table)) };
  if (request.verb === 'ListMetadataFormats') {
    const isThere = request.identifier === undefined || (await oneOf(request.identifier)) !== undefined;
    return isThere ? { verb, inner: formatsXml() } : unknown;
  }
  if (request.verb !== 'GetRecord') return listed(here, request);
  const found = await oneOf(request.identifier);
  return found ? { verb, inner: harvestedXml(at, found, { verb, prefix: request.prefix }) } : unknown;
};

/** Answers a request of OAI-PMH 2.0, whatever it is. Takes its arguments as text, and now in epoch milliseconds; gives the answer's XML. */
export const atOaiDoor = async (stores: Stores, text: string, now: number): Promise<string> => {
  const at = repositoryAt(await stores.site());
  const read = readOai(text);
  const answer = 'errors' in read ? { errors: read.errors } : await said({ stores, at, now }, read.request);
  return oaiResponse(at, read.echo, secondOf(now), answer);
};
