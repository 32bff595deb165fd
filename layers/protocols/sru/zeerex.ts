import { escapedXml } from '../marc/xml-text.ts';
import {
  MOST_RECORDS,
  type RecordSchema,
  recordSchemas,
  type SruVersion,
  sruVersions,
  USUAL_RECORDS,
} from './sru-request.ts';

/** An index in the explain response. */
export type ExplainedIndex = {
  set: string;
  name: string;
  title: string;
  relations: readonly string[];
  sorts: boolean;
  scans: boolean;
};

/** The indexes of a server in the explain response; `sets`: the identifiers of its context sets by prefix. */
export type ExplainedIndexes = { sets: Readonly<Record<string, string>>; indexes: readonly ExplainedIndex[] };

const indexXml = ({ set, name, title, relations, sorts, scans }: ExplainedIndex): string => {
  const supports = relations.map((relation) => `<supports type="relation">${escapedXml(relation)}</supports>`);
  return `<index search="true" scan="${scans}" sort="${sorts}"><title>${escapedXml(title)}</title><map><name set="${set}">${name}</name></map><configInfo>${supports.join('')}</configInfo></index>`;
};

const indexInfo = ({ sets, indexes }: ExplainedIndexes): string => {
  const named = Object.entries(sets).map(([name, uri]) => `<set name="${name}" identifier="${escapedXml(uri)}"/>`);
  return `<indexInfo>${named.join('')}${indexes.map(indexXml).join('')}</indexInfo>`;
};

const schemaXml = (name: RecordSchema): string => {
  const { uri, title } = recordSchemas[name];
  return `<schema name="${name}" identifier="${uri}" sort="false" retrieve="true"><title>${title}</title></schema>`;
};

const supported = [
  ...['stem', 'fuzzy', 'unmasked', 'string', 'relevant', 'word'].map((one) => ['relationModifier', one] as const),
  ['maskingCharacter', '*'],
  ['maskingCharacter', '?'],
  ['anchoring', '^'],
  ['sort', ''],
  ['proximity', ''],
] as const;

const configInfo = (): string =>
  [
    '<configInfo>',
    `<default type="numberOfRecords">${USUAL_RECORDS}</default>`,
    '<default type="contextSet">cql</default>',
    '<default type="index">cql.serverChoice</default>',
    '<default type="relation">=</default>',
    '<default type="retrieveSchema">marcxml</default>',
    `<setting type="maximumRecords">${MOST_RECORDS}</setting>`,
    ...supported.map(([type, value]) => `<supports type="${type}">${value}</supports>`),
    '</configInfo>',
  ].join('');

/** Returns a description of this server as a ZeeRex record, the response of explain in a version. Takes the server's address and its indexes. */
export const zeerex = (address: string, indexes: ExplainedIndexes, version: SruVersion): string => {
  const { hostname, port, protocol, pathname } = new URL(address);
  const at = port || (protocol === 'https:' ? '443' : '80');
  return [
    '<explain xmlns="http://explain.z3950.org/dtd/2.0/">',
    `<serverInfo protocol="SRU" version="${version}" transport="${protocol.replace(':', '')}" method="GET POST">`,
    `<host>${escapedXml(hostname)}</host><port>${at}</port><database>${escapedXml(pathname.replace(/^\//, ''))}</database></serverInfo>`,
    '<databaseInfo><title lang="en" primary="true">Union catalogue</title>',
    `<description lang="en">What all members of the consortium hold, each title once. SRU ${sruVersions.join(', ')}.</description></databaseInfo>`,
    indexInfo(indexes),
    `<schemaInfo>${(Object.keys(recordSchemas) as RecordSchema[]).map(schemaXml).join('')}</schemaInfo>`,
    configInfo(),
    '</explain>',
  ].join('');
};
