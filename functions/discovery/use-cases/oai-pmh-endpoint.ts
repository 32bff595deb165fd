import type { Table } from '../../../layers/platform/dynamodb/table.ts';
import { formats } from '../../../layers/protocols/marc/formats.ts';
import { secondOf } from '../../catalogue/public/datestamps.ts';
import { formatSet } from '../../catalogue/public/format-set.ts';
import { memberSet } from '../../catalogue/public/member-set.ts';
import { readDirectory } from '../../membership/public/directory-store.ts';
import type { HarvestList, HarvestPage } from '../data/harvest-list.ts';
import type { ListRequest, MetadataPrefix, OaiError, OaiRequest } from '../domain/oai-pmh/oai-request.ts';
import { readOai } from '../domain/oai-pmh/read-oai.ts';
import { writeToken } from '../domain/oai-pmh/resumption-token.ts';
import {
  formatsXml,
  type HarvestedRecord,
  harvestedXml,
  identifyXml,
  type OaiContent,
  oaiResponse,
  type Repository,
  recordIdIn,
  repositoryAt,
  setsXml,
  tokenXml,
} from '../domain/oai-pmh/write-oai.ts';
import { addHoldings, type HoldingDeps } from './add-holdings.ts';

/**
 * The dependencies of the endpoint: the directory of members, the records for harvesters, what their holdings need, the site's address.
 */
export type OaiDeps = HoldingDeps & { table: Table; list: HarvestList; site: () => Promise<string> };
type At = { deps: OaiDeps; at: Repository; now: number };

const wrong = (code: OaiError['code'], message: string): OaiContent => ({ errors: [{ code, message }] });

/** Returns the sets: every member and every format, also those without records. */
const setsOf = async (table: Table): Promise<{ set: string; name: string }[]> => {
  const members = await readDirectory(table);
  return [
    ...members.map(({ memberId, name }) => ({ set: memberSet(memberId), name })),
    ...formats.map((format) => ({ set: formatSet(format), name: `Format: ${format.replaceAll('-', ' ')}` })),
  ];
};

/**
 * Reads the next page of a token's list. When all records that followed have changed since, they come later under another datestamp
 * and no record is left; a list must not be empty, so its last record is repeated.
 */
const pageOf = async ({ list }: OaiDeps, { selection, after }: ListRequest, now: number): Promise<HarvestPage> => {
  const page = await list.page({ selection, after, now });
  if (page.records.length > 0 || after === undefined) return page;
  const [last] = await list.get([after.recordId]);
  return { records: last ? [last] : [] };
};

/** Only the records of MARC name holdings; a list of identifiers has no records. */
const withHoldings = async (
  deps: OaiDeps,
  records: readonly HarvestedRecord[],
  { verb, prefix }: { verb: string; prefix: MetadataPrefix },
): Promise<readonly HarvestedRecord[]> =>
  prefix === 'marc21' && verb !== 'ListIdentifiers' ? addHoldings(deps, records) : records;

const listed = async ({ deps, at, now }: At, request: ListRequest): Promise<OaiContent> => {
  const { verb, selection, given } = request;
  const { records, next } = await pageOf(deps, request, now);
  if (records.length === 0)
    return given > 0
      ? wrong('badResumptionToken', 'This is no resumptionToken of ours.')
      : wrong('noRecordsMatch', 'No record changed in this set and time.');
  const token = next && writeToken({ ...request, after: next, given: given + records.length });
  const { prefix } = selection;
  const whole = await withHoldings(deps, records, { verb, prefix });
  const inner = whole.map((record) => harvestedXml(at, record, { verb, prefix }));
  return { verb, inner: `${inner.join('')}${tokenXml(token, given)}` };
};

const answerTo = async (here: At, request: OaiRequest): Promise<OaiContent> => {
  const { deps, at, now } = here;
  const { verb } = request;
  const oneOf = async (identifier: string) => {
    const recordId = recordIdIn(at, identifier);
    return recordId === undefined ? undefined : (await deps.list.get([recordId]))[0];
  };
  const unknown = wrong('idDoesNotExist', 'There is no such record.');
  if (request.verb === 'Identify')
    return { verb, inner: identifyXml(at, (await deps.list.earliest()) ?? secondOf(now)) };
  if (request.verb === 'ListSets') return { verb, inner: setsXml(await setsOf(deps.table)) };
  if (request.verb === 'ListMetadataFormats') {
    const isThere = request.identifier === undefined || (await oneOf(request.identifier)) !== undefined;
    return isThere ? { verb, inner: formatsXml() } : unknown;
  }
  if (request.verb !== 'GetRecord') return listed(here, request);
  const found = await oneOf(request.identifier);
  if (!found) return unknown;
  const { prefix } = request;
  const [whole = found] = await withHoldings(deps, [found], { verb, prefix });
  return { verb, inner: harvestedXml(at, whole, { verb, prefix }) };
};

/** Answers any request of OAI-PMH 2.0. Takes its arguments as text, and the time in epoch milliseconds; returns the XML of the response. */
export const answerOai = async (deps: OaiDeps, text: string, now: number): Promise<string> => {
  const at = repositoryAt(await deps.site());
  const read = readOai(text);
  const answer = 'errors' in read ? { errors: read.errors } : await answerTo({ deps, at, now }, read.request);
  return oaiResponse(at, read.echo, secondOf(now), answer);
};
