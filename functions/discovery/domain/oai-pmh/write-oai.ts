import { withoutControlCharacters } from '../../../../layers/protocols/marc/clean-text.ts';
import { escapedXml } from '../../../../layers/protocols/marc/xml-text.ts';
import { oaiDublinCore } from '../../../catalogue/public/dublin-core.ts';
import { type MetadataPrefix, metadataFormats, type OaiError } from './oai-request.ts';

/** A record as it stands in a list: when it last changed, the sets it is in, and its forms; none when it is deleted. */
export type HarvestedRecord = {
  recordId: string;
  changedAt: string;
  sets: readonly string[];
  forms?: { dc: string; marcxml: string };
};

/** Where the catalogue is reached, and the name under which its records are known for ever. */
export type Repository = { address: string; namespace: string };

/** A name for hosts that have none of their own, as on one’s own machine. */
const NAMELESS = 'concord.localhost';

/** What identifiers and the administrator’s address are made of: the site’s host. */
export const repositoryAt = (site: string): Repository => {
  const { hostname, origin } = new URL(site);
  const named = /^[a-z][a-z0-9-]*(?:\.[a-z][a-z0-9-]*)+$/i.test(hostname);
  return { address: `${origin}/v1/discovery/oai`, namespace: named ? hostname : NAMELESS };
};

const text = (value: string): string => escapedXml(withoutControlCharacters(value.toWellFormed()));
const element = (name: string, value: string): string => `<${name}>${text(value)}</${name}>`;

/** The identifier of a record. */
const identifierOf = ({ namespace }: Repository, recordId: string): string => `oai:${namespace}:${recordId}`;

/** The number of the record that an identifier names; undefined for one that is not ours. */
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

const metadataXml = ({ forms }: HarvestedRecord, prefix: MetadataPrefix): string => {
  if (forms === undefined) return '';
  return `<metadata>${prefix === 'marc21' ? forms.marcxml : oaiDublinCore(forms.dc)}</metadata>`;
};

/** A record, or (of a list of identifiers) its header alone. */
export const harvestedXml = (
  at: Repository,
  record: HarvestedRecord,
  wanted: { verb: string; prefix: MetadataPrefix },
): string => {
  const header = headerXml(at, record);
  return wanted.verb === 'ListIdentifiers' ? header : `<record>${header}${metadataXml(record, wanted.prefix)}</record>`;
};

/** The end of a list's answer: the token of what follows, an empty one at the end of a parted list, nothing of a whole one. */
export const tokenXml = (token: string | undefined, given: number): string => {
  if (token === undefined && given === 0) return '';
  return `<resumptionToken cursor="${given}">${text(token ?? '')}</resumptionToken>`;
};

/** The forms of records. */
export const formatsXml = (): string =>
  Object.entries(metadataFormats)
    .map(
      ([prefix, { schema, namespace }]) =>
        `<metadataFormat>${element('metadataPrefix', prefix)}${element('schema', schema)}${element('metadataNamespace', namespace)}</metadataFormat>`,
    )
    .join('');

/** The sets, by name. */
export const setsXml = (sets: readonly { set: string; name: string }[]): string =>
  sets.map(({ set, name }) => `<set>${element('setSpec', set)}${element('setName', name)}</set>`).join('');

/** What the catalogue says of itself. `earliest`: the oldest datestamp. */
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

/** What an answer says: the inside of the verb's element, or errors. */
export type OaiContent = { verb: string; inner: string } | { errors: readonly OaiError[] };

/** A whole answer. Takes the request's arguments as they are to be said again, and the instant of the answer. */
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
