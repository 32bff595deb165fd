import { CqlRefusal, type QualifiedName } from '../cql/cql.ts';
import type { Diagnostic } from '../cql/diagnostics.ts';
import {
  LAST_POSITION,
  type MediaType,
  MOST_RECORDS,
  MOST_TERMS,
  mediaTypes,
  type Order,
  type RecordPacking,
  type RecordSchema,
  recordSchemas,
  type SruRequest,
  type SruVersion,
  sruVersions,
  USUAL_RECORDS,
  USUAL_TERMS,
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
/** The further parameters of 2.0; `recordXMLEscaping` is called `recordPacking` in 1.1 and 1.2. */
const sharedIn2 = [...shared, 'httpAccept', 'renderedBy', 'responseType'];
const searched = [
  ...['query', 'queryType', 'startRecord', 'maximumRecords', 'recordPacking', 'recordSchema'],
  ...['resultSetTTL', 'sortKeys', 'recordXPath'],
];
const scanned = ['scanClause', 'responsePosition', 'maximumTerms'];

const parameters = {
  searchRetrieve: { known: [...shared, ...searched], in2: [...sharedIn2, ...searched, 'recordXMLEscaping'] },
  scan: { known: [...shared, ...scanned], in2: [...sharedIn2, ...scanned, 'queryType'] },
  explain: { known: [...shared, 'recordPacking'], in2: [...sharedIn2, 'recordPacking', 'recordXMLEscaping'] },
};
type Operation = keyof typeof parameters;
const isOperation = (text: string): text is Operation => Object.hasOwn(parameters, text);

const givenIn = (text: string): Map<string, string> => {
  const given = new Map<string, string>();
  for (const [name, value] of new URLSearchParams(text)) if (!given.has(name)) given.set(name, value);
  return given;
};

const refused = (code: Diagnostic['code'], details: string): never => {
  throw new CqlRefusal(code, details);
};

/** Only 2.0 has no parameter for its version, and none for the operation. */
const versionOf = (given: Given): SruVersion => {
  const version = given.get('version');
  if (version === undefined) return given.has('operation') ? refused(7, 'version') : '2.0';
  // Diagnostic 5 must name the highest supported version.
  return sruVersions.find((known) => known === version) ?? refused(5, '2.0');
};

/** The version of the response to a request whose own is missing or unknown. */
const spokenFor = (given: Given): SruVersion => {
  const version = given.get('version');
  const isOld = version === undefined ? given.has('operation') : version.startsWith('1.');
  return sruVersions.find((known) => known === version) ?? (isOld ? '1.2' : '2.0');
};

const countIn = (given: Given, name: string, usual: number): number => {
  const text = given.get(name);
  if (text === undefined || text === '') return usual;
  if (name === 'maximumRecords' && /^-\d+$/.test(text)) return refused(62, text);
  if (!/^\d{1,9}$/.test(text)) return refused(6, name);
  return Number(text);
};

const isPacking = (text: string): text is RecordPacking => text === 'xml' || text === 'string';

/** In 2.0 `recordPacking` says whether a record may be given in parts, which changes nothing here; many clients still send the old values. */
const packingOf = (given: Given, version: SruVersion): RecordPacking => {
  const [packing, escaping] = [given.get('recordPacking') || 'xml', given.get('recordXMLEscaping')];
  if (escaping) return isPacking(escaping) ? escaping : refused(6, 'recordXMLEscaping');
  if (version === '2.0' && (packing === 'packed' || packing === 'unpacked')) return 'xml';
  return isPacking(packing) ? packing : refused(71, packing);
};

/** Returns the first of the accepted media types in which responses can be sent. Takes the value of an Accept header. */
const mediaTypeOf = (given: Given): MediaType => {
  const accepted = (given.get('httpAccept') || '*/*').split(',').map((range) => {
    const [name = '', ...rest] = range.toLowerCase().split(';');
    const weight = rest.map((one) => /^\s*q=([\d.]+)\s*$/.exec(one)?.[1]).find((one) => one !== undefined);
    // An unescaped plus sign arrives as a blank.
    return { name: name.trim().replace(' ', '+'), weight: Number(weight ?? '1') };
  });
  const ranked = accepted.filter(({ weight }) => weight > 0).sort((one, other) => other.weight - one.weight);
  const fits = (type: string, name: string): boolean =>
    name === type || name === '*/*' || (name.endsWith('/*') && type.startsWith(name.slice(0, -1)));
  const found = ranked.flatMap(({ name }) => mediaTypes.find((type) => fits(type, name)) ?? [])[0];
  return found ?? refused(6, 'httpAccept');
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

const strangersIn = (given: Given, operation: Operation, version: SruVersion): void => {
  const known = parameters[operation][version === '2.0' ? 'in2' : 'known'];
  for (const name of given.keys()) if (!known.includes(name) && !/^x-/i.test(name)) refused(8, name);
};

/** In 2.0 the parameters determine the operation; without any of them the server describes itself. */
const meant = (given: Given): Operation => {
  if (given.has('scanClause')) return 'scan';
  const isExplain = [...given.keys()].every((name) => parameters.explain.in2.includes(name) || /^x-/i.test(name));
  return isExplain ? 'explain' : 'searchRetrieve';
};

const operationOf = (given: Given, version: SruVersion): Operation => {
  const operation = given.get('operation') ?? (version === '2.0' ? meant(given) : refused(7, 'operation'));
  return isOperation(operation) ? operation : refused(4, operation);
};

type Own<O extends Operation> = Omit<Extract<SruRequest, { operation: O }>, 'version' | 'mediaType' | 'stylesheet'>;

/** A query of another type would be parsed as CQL. The parameter is of 2.0; some clients send it with any version. */
const queryTypeIn = (given: Given): void => {
  const type = given.get('queryType') || 'cql';
  if (type.toLowerCase() !== 'cql') refused(11, type);
};

const searchIn = (given: Given, version: SruVersion, sorting: SruSorting): Own<'searchRetrieve'> => {
  queryTypeIn(given);
  const query = given.get('query') || refused(7, 'query');
  const startRecord = countIn(given, 'startRecord', 1);
  if (startRecord < 1) refused(6, 'startRecord');
  if (startRecord > LAST_POSITION) refused(61, String(LAST_POSITION));
  const asked = countIn(given, 'maximumRecords', USUAL_RECORDS);
  countIn(given, 'resultSetTTL', 0);
  if (given.get('recordXPath')) refused(72, 'recordXPath');
  return {
    operation: 'searchRetrieve',
    ...{ query, startRecord, schema: schemaOf(given), packing: packingOf(given, version) },
    orders: ordersIn(given, sorting),
    maximumRecords: Math.min(asked, MOST_RECORDS, LAST_POSITION - startRecord + 1),
  };
};

const scanIn = (given: Given): Own<'scan'> => {
  queryTypeIn(given);
  const scanClause = given.get('scanClause') || refused(7, 'scanClause');
  const asked = countIn(given, 'maximumTerms', USUAL_TERMS);
  if (asked < 1) refused(6, 'maximumTerms');
  const responsePosition = countIn(given, 'responsePosition', 1);
  if (responsePosition > asked + 1) refused(120, String(responsePosition));
  const maximumTerms = Math.min(asked, MOST_TERMS);
  return {
    operation: 'scan',
    scanClause,
    maximumTerms,
    responsePosition: Math.min(responsePosition, maximumTerms + 1),
  };
};

const ownOf = (
  given: Given,
  operation: Operation,
  version: SruVersion,
  sorting: SruSorting,
): Own<'searchRetrieve'> | Own<'scan'> | Own<'explain'> => {
  if (operation === 'searchRetrieve') return searchIn(given, version, sorting);
  return operation === 'scan' ? scanIn(given) : { operation, packing: packingOf(given, version) };
};

const requestOf = (given: Given, sorting: SruSorting): SruRequest => {
  const version = versionOf(given);
  const operation = operationOf(given, version);
  strangersIn(given, operation, version);
  if (given.get('renderedBy') === 'server') refused(6, 'renderedBy');
  if (given.get('responseType')) refused(6, 'responseType');
  const common = { version, mediaType: mediaTypeOf(given), ...stylesheetOf(given) };
  return { ...common, ...ownOf(given, operation, version, sorting) };
};

const named = (given: Given): Operation => {
  const operation = given.get('operation');
  if (operation !== undefined) return isOperation(operation) ? operation : 'searchRetrieve';
  return meant(given);
};

/**
 * Parses a request of SRU 1.1, 1.2 or 2.0. Takes its parameters from the URL query or a form body; returns the request, or a diagnostic. A
 * request without version and operation is one of 2.0: a query is a search, a scanClause a scan, and neither asks for explain.
 */
export const readSru = (text: string, sorting: SruSorting): SruRequest => {
  const given = givenIn(text);
  try {
    return requestOf(given, sorting);
  } catch (error) {
    if (!(error instanceof CqlRefusal)) throw error;
    const [version, of] = [spokenFor(given), named(given)];
    return { operation: 'faulty', of, version, mediaType: mediaTypes[0], diagnostics: [error.diagnostic] };
  }
};
