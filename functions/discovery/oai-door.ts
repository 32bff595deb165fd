import { readDirectory } from '../../layers/data/directory-store.ts';
import { harvestList } from '../../layers/data/harvest/harvest-list.ts';
import { siteAddress } from '../../layers/data/site-address.ts';
import { openTable, type Table } from '../../layers/data/table.ts';
import { formats } from '../../layers/domain/discovery/formats.ts';
import type { ListRequest, OaiError, OaiRequest } from '../../layers/domain/harvest/oai-request.ts';
import { readOai } from '../../layers/domain/harvest/read-oai.ts';
import { writeToken } from '../../layers/domain/harvest/resumption-token.ts';
import { formatSet, memberSet } from '../../layers/domain/harvest/sets.ts';
import { secondOf } from '../../layers/domain/harvest/stamps.ts';
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
} from '../../layers/domain/harvest/write-oai.ts';
import type { Runtime } from '../../layers/runtime/runtime.ts';

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

const listed = async ({ stores, at, now }: At, request: ListRequest): Promise<OaiSaid> => {
  const { verb, selection, after, given } = request;
  const { records, next } = await stores.list.page({ selection, after, now });
  if (records.length === 0) {
    // The last page of a parted list ended with the last record: what followed has changed since, and comes later.
    if (given > 0) return wrong('badResumptionToken', 'This list is over: go on from the date of its last answer.');
    return wrong('noRecordsMatch', 'No record changed in this set and time.');
  }
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
  if (verb === 'Identify') return { verb, inner: identifyXml(at, (await stores.list.earliest()) ?? secondOf(now)) };
  if (verb === 'ListSets') return { verb, inner: setsXml(await setsOf(stores.table)) };
  if (verb === 'ListMetadataFormats') {
    const isThere = request.identifier === undefined || (await oneOf(request.identifier)) !== undefined;
    return isThere ? { verb, inner: formatsXml() } : unknown;
  }
  if (verb !== 'GetRecord') return listed(here, request);
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
