import { withoutControlCharacters } from '../../../../layers/protocols/marc/clean-text.ts';
import { escapedXml } from '../../../../layers/protocols/marc/xml-text.ts';
import type { HarvestForms } from '../../../catalogue/public/harvest-row.ts';
import { oaiDublinCore } from '../../../catalogue/public/oai-dublin-core.ts';
import { recordAddress } from '../record-address.ts';
import { type MetadataPrefix, metadataFormats, type OaiError } from './oai-request.ts';

/** A record in a list: when it last changed, its sets, and its forms; none when it is deleted. */
export type HarvestedRecord = {
  recordId: string;
  changedAt: string;
  sets: readonly string[];
  forms?: HarvestForms;
};

/** The address of the catalogue and of its site, and the permanent namespace of its records. */
export type Repository = { address: string; site: string; namespace: string };

/** A namespace for hosts without a name, such as a development machine. */
const NAMELESS = 'concord.localhost';

/** Returns the repository at a site, from whose host identifiers and the administrator’s address are made. */
export const repositoryAt = (site: string): Repository => {
  const { hostname, origin } = new URL(site);
  const named = /^[a-z][a-z0-9-]*(?:\.[a-z][a-z0-9-]*)+$/i.test(hostname);
  return { address: `${origin}/v1/discovery/oai`, site: origin, namespace: named ? hostname : NAMELESS };
};

const text = (value: string): string => escapedXml(withoutControlCharacters(value));
const element = (name: string, value: string): string => `<${name}>${text(value)}</${name}>`;

/** Returns the identifier of a record. */
const identifierOf = ({ namespace }: Repository, recordId: string): string => `oai:${namespace}:${recordId}`;

/** Returns the number of the record that an identifier names; undefined for one that is not ours. */
export const recordIdIn = ({ namespace }: Repository, identifier: string): string | undefined => {
  const prefix = `oai:${namespace}:`;
  const recordId = identifier.startsWith(prefix) ? identifier.slice(prefix.length) : '';
  return /^rec_[0-9a-z]{1,40}$/.test(recordId) ? recordId : undefined;
};

const headerXml = (at: Repository, { recordId, changedAt, sets, forms }: HarvestedRecord): string =>
  [
    forms === undefined ? '<header status="deleted">' : '<header>',
    element('identifier', identifierOf(at, recordId)),
    element('datestamp', changedAt),
    ...sets.map((set) => element('setSpec', set)),
    '</header>',
  ].join('');

const metadataXml = (at: Repository, { recordId, forms }: HarvestedRecord, prefix: MetadataPrefix): string => {
  if (forms === undefined) return '';
  const xml = prefix === 'marc21' ? forms.marcxml : oaiDublinCore(forms.dc, recordAddress(at.site, recordId));
  return `<metadata>${xml}</metadata>`;
};

/** Returns a record or, in a list of identifiers, only its header. */
export const harvestedXml = (
  at: Repository,
  record: HarvestedRecord,
  wanted: { verb: string; prefix: MetadataPrefix },
): string => {
  const header = headerXml(at, record);
  return wanted.verb === 'ListIdentifiers'
    ? header
    : `<record>${header}${metadataXml(at, record, wanted.prefix)}</record>`;
};

/**
 * Returns the end of a list response: the token of the next part, an empty token at the end of a split list, nothing for a complete one.
 */
export const tokenXml = (token: string | undefined, given: number): string => {
  if (token === undefined && given === 0) return '';
  return `<resumptionToken cursor="${given}">${text(token ?? '')}</resumptionToken>`;
};

/** Returns the metadata formats of records. */
export const formatsXml = (): string =>
  Object.entries(metadataFormats)
    .map(
      ([prefix, { schema, namespace }]) =>
        `<metadataFormat>${element('metadataPrefix', prefix)}${element('schema', schema)}${element('metadataNamespace', namespace)}</metadataFormat>`,
    )
    .join('');

/** Returns the sets, by name. */
export const setsXml = (sets: readonly { set: string; name: string }[]): string =>
  sets.map(({ set, name }) => `<set>${element('setSpec', set)}${element('setName', name)}</set>`).join('');

/** Returns the catalogue's self-description. `earliest`: the oldest datestamp. */
export const identifyXml = (at: Repository, earliest: string): string =>
  [
    element('repositoryName', 'Union catalogue'),
    element('baseURL', at.address),
    element('protocolVersion', '2.0'),
    element('adminEmail', `postmaster@${at.namespace}`),
    element('earliestDatestamp', earliest),
    element('deletedRecord', 'persistent'),
    element('granularity', 'YYYY-MM-DDThh:mm:ssZ'),
    '<description><oai-identifier xmlns="http://www.openarchives.org/OAI/2.0/oai-identifier" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance" xsi:schemaLocation="http://www.openarchives.org/OAI/2.0/oai-identifier http://www.openarchives.org/OAI/2.0/oai-identifier.xsd">',
    `${element('scheme', 'oai')}${element('repositoryIdentifier', at.namespace)}${element('delimiter', ':')}`,
    `${element('sampleIdentifier', identifierOf(at, 'rec_01kb0000000000000000000000'))}</oai-identifier></description>`,
  ].join('');

const OAI = 'http://www.openarchives.org/OAI/2.0/';

/** The content of a response: the inside of the verb's element, or errors. */
export type OaiContent = { verb: string; inner: string } | { errors: readonly OaiError[] };

/** Returns a complete response. Takes the request's arguments to repeat, and the time of the response. */
export const oaiResponse = (
  at: Repository,
  echo: readonly (readonly [string, string])[],
  answeredAt: string,
  content: OaiContent,
): string => {
  const attributes = echo.map(([name, value]) => ` ${name}="${text(value)}"`).join('');
  const inner =
    'errors' in content
      ? content.errors.map(({ code, message }) => `<error code="${code}">${text(message)}</error>`).join('')
      : `<${content.verb}>${content.inner}</${content.verb}>`;
  return [
    '<?xml version="1.0" encoding="UTF-8"?>\n',
    `<OAI-PMH xmlns="${OAI}" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance" xsi:schemaLocation="${OAI} ${OAI}OAI-PMH.xsd">`,
    element('responseDate', answeredAt),
    `<request${attributes}>${text(at.address)}</request>`,
    inner,
    '</OAI-PMH>\n',
  ].join('');
};
