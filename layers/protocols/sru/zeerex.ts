import {
  type CqlIndex,
  contextSets,
  cqlIndexes,
  type SetPrefix,
} from '../../../functions/discovery/domain/cql/cql-indexes.ts';
import { escapedXml } from '../marc/xml-text.ts';
import { MOST_RECORDS, type RecordSchema, recordSchemas, USUAL_RECORDS } from './sru-request.ts';

const relationsOf = (index: CqlIndex): string[] => {
  if (index.kind === 'text') return ['=', 'all', 'any', 'adj', ...(index.keys ? ['==', '<>'] : [])];
  if (index.kind === 'number') return ['=', '<>', '<', '<=', '>', '>=', 'within', 'any'];
  if (index.kind === 'callNumber') return ['=', '==', '<>'];
  return index.kind === 'everything' ? ['='] : ['=', '<>', 'any'];
};

const indexXml = (set: SetPrefix, name: string, index: CqlIndex): string => {
  const supports = relationsOf(index).map((relation) => `<supports type="relation">${escapedXml(relation)}</supports>`);
  const sort = 'sort' in index && index.sort !== undefined;
  return `<index search="true" scan="false" sort="${sort}"><title>${escapedXml(index.title)}</title><map><name set="${set}">${name}</name></map><configInfo>${supports.join('')}</configInfo></index>`;
};

const indexInfo = (): string => {
  const sets = Object.entries(contextSets).map(
    ([name, uri]) => `<set name="${name}" identifier="${escapedXml(uri)}"/>`,
  );
  const indexes = Object.entries(cqlIndexes).flatMap(([set, held]) =>
    Object.entries(held).map(([name, index]) => indexXml(set as SetPrefix, name, index)),
  );
  return `<indexInfo>${sets.join('')}${indexes.join('')}</indexInfo>`;
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

/** What explain says of this server, as a ZeeRex record. Takes the address at which it is reached. */
export const zeerex = (address: string): string => {
  const { hostname, port, protocol, pathname } = new URL(address);
  const at = port || (protocol === 'https:' ? '443' : '80');
  return [
    '<explain xmlns="http://explain.z3950.org/dtd/2.0/">',
    `<serverInfo protocol="SRU" version="1.2" transport="${protocol.replace(':', '')}" method="GET POST">`,
    `<host>${escapedXml(hostname)}</host><port>${at}</port><database>${escapedXml(pathname.replace(/^\//, ''))}</database></serverInfo>`,
    '<databaseInfo><title lang="en" primary="true">Union catalogue</title>',
    '<description lang="en">What all members of the consortium hold, each title once.</description></databaseInfo>',
    indexInfo(),
    `<schemaInfo>${(Object.keys(recordSchemas) as RecordSchema[]).map(schemaXml).join('')}</schemaInfo>`,
    configInfo(),
    '</explain>',
  ].join('');
};
