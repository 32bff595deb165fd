import { CqlRefusal, type QualifiedName } from '../cql/cql.ts';
import type { Diagnostic } from '../cql/diagnostics.ts';
import {
  LAST_POSITION,
  MOST_RECORDS,
  type Order,
  type RecordPacking,
  type RecordSchema,
  recordSchemas,
  type SruRequest,
  type SruVersion,
  sruVersions,
  USUAL_RECORDS,
} from './sru-request.ts';

/** A request's parameters as sent; of repeated ones the first counts. */
type Given = ReadonlyMap<string, string>;

/** The sorting capabilities of a server, for parsing a request. Both throw `CqlRefusal`. */
export type SruSorting = {
  /** Returns the field by which an index sorts; undefined for one that does not sort. */
  fieldOf(index: QualifiedName): string | undefined;
  /** Checks that the server can sort by these orders together. */
  checked(orders: readonly Order[]): Order[];
};

const shared = ['operation', 'version', 'stylesheet', 'extraRequestData'];
const searchParameters = [
  ...shared,
  ...[
    'query',
    'startRecord',
    'maximumRecords',
    'recordPacking',
    'recordSchema',
    'resultSetTTL',
    'sortKeys',
    'recordXPath',
    'queryType',
  ],
];
const explainParameters = [...shared, 'recordPacking'];

const givenIn = (text: string): Map<string, string> => {
  const given = new Map<string, string>();
  for (const [name, value] of new URLSearchParams(text)) if (!given.has(name)) given.set(name, value);
  return given;
};

const refused = (code: Diagnostic['code'], details: string): never => {
  throw new CqlRefusal(code, details);
};

const versionOf = (given: Given): SruVersion => {
  const version = given.get('version');
  if (version === undefined) return refused(7, 'version');
  // Diagnostic 5 must name the highest supported version.
  return sruVersions.find((known) => known === version) ?? refused(5, '1.2');
};

const countIn = (given: Given, name: string, usual: number): number => {
  const text = given.get(name);
  if (text === undefined || text === '') return usual;
  if (name === 'maximumRecords' && /^-\d+$/.test(text)) return refused(62, text);
  if (!/^\d{1,9}$/.test(text)) return refused(6, name);
  return Number(text);
};

const packingOf = (given: Given): RecordPacking => {
  const packing = given.get('recordPacking') ?? 'xml';
  return packing === 'xml' || packing === 'string' ? packing : refused(71, packing);
};

const schemaOf = (given: Given): RecordSchema => {
  const asked = given.get('recordSchema') || 'marcxml';
  const found = (Object.keys(recordSchemas) as RecordSchema[]).find((schema) =>
    (recordSchemas[schema].names as readonly string[]).includes(asked),
  );
  return found ?? refused(66, asked);
};

/** A style sheet's address is written in a processing instruction: only plain web addresses are permitted. */
const stylesheetOf = (given: Given): { stylesheet?: string } => {
  const stylesheet = given.get('stylesheet');
  if (stylesheet === undefined || stylesheet === '') return {};
  return /^(?:https?:\/\/|\/(?!\/))[\w./~:@!$()*+,;=%?-]{1,500}$/.test(stylesheet) && !stylesheet.includes('?>')
    ? { stylesheet }
    : refused(111, stylesheet);
};

/** Parses one key of sortKeys (SRU 1.1): path, schema, ascending, case-sensitive, and how to sort missing values. */
const orderOf = (key: string, sorting: SruSorting): Order => {
  const [path = '', schema = '', ascending = '', sensitive = '', missing = ''] = key.split(',');
  if (schema !== '' && !Object.values(recordSchemas).some(({ names }) => (names as readonly string[]).includes(schema)))
    return refused(87, schema);
  const [, prefix, name = ''] = /^(?:(\w+)\.)?(\w+)$/.exec(path) ?? refused(88, path);
  const field = sorting.fieldOf({
    ...(prefix === undefined ? {} : { prefix: prefix.toLowerCase() }),
    name: name.toLowerCase(),
  });
  if (field === undefined) return refused(88, path);
  if (ascending !== '' && ascending !== '1' && ascending !== '0') return refused(90, ascending);
  if (sensitive !== '' && sensitive !== '0') return refused(91, sensitive);
  if (missing !== '' && missing !== 'highValue') return refused(92, missing);
  return { field, descending: ascending === '0' };
};

const ordersIn = (given: Given, sorting: SruSorting): Order[] => {
  const keys = (given.get('sortKeys') ?? '').split(/\s+/).filter((key) => key !== '');
  if (keys.length > MOST_RECORDS) return refused(84, String(keys.length));
  try {
    return sorting.checked(keys.map((key) => orderOf(key, sorting)));
  } catch (error) {
    // An unknown index is an unsupported path.
    if (error instanceof CqlRefusal && [15, 16, 50].includes(error.diagnostic.code))
      return refused(88, error.diagnostic.details);
    throw error;
  }
};

const strangersIn = (given: Given, known: readonly string[]): void => {
  for (const name of given.keys()) if (!known.includes(name) && !/^x-/i.test(name)) refused(8, name);
};

const operationOf = (given: Given): 'searchRetrieve' | 'explain' => {
  const operation = given.get('operation') ?? refused(7, 'operation');
  if (operation !== 'searchRetrieve' && operation !== 'explain') return refused(4, operation);
  return operation;
};

const searchIn = (
  given: Given,
  sorting: SruSorting,
): Omit<Extract<SruRequest, { operation: 'searchRetrieve' }>, 'version'> => {
  strangersIn(given, searchParameters);
  // A parameter of SRU 2.0 that some clients send with any version: a query of another type would be parsed as CQL.
  const type = given.get('queryType') || 'cql';
  if (type.toLowerCase() !== 'cql') refused(11, type);
  const query = given.get('query') || refused(7, 'query');
  const startRecord = countIn(given, 'startRecord', 1);
  if (startRecord < 1) refused(6, 'startRecord');
  if (startRecord > LAST_POSITION) refused(61, String(LAST_POSITION));
  const asked = countIn(given, 'maximumRecords', USUAL_RECORDS);
  countIn(given, 'resultSetTTL', 0);
  if (given.get('recordXPath')) refused(72, 'recordXPath');
  return {
    operation: 'searchRetrieve',
    ...{ query, startRecord, schema: schemaOf(given), packing: packingOf(given), orders: ordersIn(given, sorting) },
    maximumRecords: Math.min(asked, MOST_RECORDS, LAST_POSITION - startRecord + 1),
    ...stylesheetOf(given),
  };
};

const named = (given: Given): 'searchRetrieve' | 'explain' | 'scan' => {
  const operation = given.get('operation');
  return operation === 'explain' || operation === 'scan' ? operation : 'searchRetrieve';
};

/**
 * Parses a request of SRU 1.1 or 1.2. Takes its parameters from the URL query or a form body; returns the request, or a diagnostic. A
 * request without parameters asks for explain; one that names a query alone, for a search.
 */
export const readSru = (text: string, sorting: SruSorting): SruRequest => {
  const given = givenIn(text);
  const own = [...given.keys()].filter((name) => !/^x-/i.test(name));
  if (own.length === 0) return { operation: 'explain', version: '1.2', packing: 'xml' };
  // A query without version and operation is a search, as clients of SRU 2.0 and brokers send it; it is answered as 1.2.
  if (given.get('query') && !given.has('version') && !given.has('operation'))
    given.set('version', '1.2').set('operation', 'searchRetrieve');
  const spoken = sruVersions.find((version) => version === given.get('version')) ?? '1.2';
  try {
    const operation = operationOf(given);
    const version = versionOf(given);
    if (operation === 'searchRetrieve') return { version, ...searchIn(given, sorting) };
    strangersIn(given, explainParameters);
    return { operation, version, packing: packingOf(given), ...stylesheetOf(given) };
  } catch (error) {
    if (!(error instanceof CqlRefusal)) throw error;
    return { operation: 'faulty', of: named(given), version: spoken, diagnostics: [error.diagnostic] };
  }
};
