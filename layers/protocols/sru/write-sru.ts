import { type Diagnostic, diagnosticMessages } from '../cql/diagnostics.ts';
import { withoutControlCharacters } from '../marc/clean-text.ts';
import { escapedXml } from '../marc/xml-text.ts';
import { type Explain, recordSchemas, type Scan, type SearchRetrieve, type SruVersion } from './sru-request.ts';

const old = { response: 'http://www.loc.gov/zing/srw/', diagnostic: 'http://www.loc.gov/zing/srw/diagnostic/' };
const inOasis = 'http://docs.oasis-open.org/ns/search-ws/';

/** How the responses of a version differ: their namespaces, and the element that says how a record is written. */
const dialects = {
  '1.1': { ...old, scan: old.response, escaping: 'recordPacking' },
  '1.2': { ...old, scan: old.response, escaping: 'recordPacking' },
  '2.0': {
    ...{ response: `${inOasis}sruResponse`, diagnostic: `${inOasis}diagnostic`, scan: `${inOasis}scan` },
    escaping: 'recordXMLEscaping',
  },
} as const;

const DIAGNOSTIC_SCHEMA = 'info:srw/schema/1/diagnostics-v1.1';
const EXACT = 'info:srw/vocabulary/resultCountPrecision/1/exact';

/** A record of a response: its element in the requested schema, or why it is missing. */
export type SruRecord = { recordId: string; xml: string } | { recordId: string; diagnostic: Diagnostic };

/** The result of a search: the total number of records, and those of this response from `startRecord` on. */
export type SruFound = { total: number; records: readonly SruRecord[] };

/**
 * A term of an index: as a search takes it, how many records that search finds, and the text to show instead. `where`: that it is the first
 * or the last of the index.
 */
export type SruTerm = { value: string; records: number; shown?: string; where?: 'first' | 'last' | 'only' };

const text = (value: string): string => escapedXml(withoutControlCharacters(value));
const element = (name: string, value: string | number): string => `<${name}>${text(String(value))}</${name}>`;

/** Only 1.1 and 1.2 repeat the version in a response. */
const versionXml = (version: SruVersion): string => (version === '2.0' ? '' : element('version', version));

const diagnosticXml = ({ code, details }: Diagnostic, version: SruVersion): string =>
  `<diagnostic xmlns="${dialects[version].diagnostic}"><uri>info:srw/diagnostic/1/${code}</uri>${
    details === '' ? '' : element('details', details)
  }${element('message', diagnosticMessages[code])}</diagnostic>`;

const diagnosticsXml = (diagnostics: readonly Diagnostic[], version: SruVersion): string => {
  const inner = diagnostics.map((one) => diagnosticXml(one, version)).join('');
  return inner === '' ? '' : `<diagnostics>${inner}</diagnostics>`;
};

const packed = (xml: string, packing: 'xml' | 'string'): string => (packing === 'xml' ? xml : text(xml));

const recordXml = (record: SruRecord, position: number, { schema, packing, version }: SearchRetrieve): string => {
  const isHere = 'xml' in record;
  const inner = isHere ? record.xml : diagnosticXml(record.diagnostic, version);
  return [
    '<record>',
    element('recordSchema', isHere ? recordSchemas[schema].uri : DIAGNOSTIC_SCHEMA),
    element(dialects[version].escaping, packing),
    `<recordData>${packed(inner, packing)}</recordData>`,
    // The schema of 2.0 has no place for it.
    version === '1.2' ? element('recordIdentifier', record.recordId) : '',
    element('recordPosition', position),
    '</record>',
  ].join('');
};

const echoed = (request: SearchRetrieve): string =>
  [
    '<echoedSearchRetrieveRequest>',
    request.version === '2.0' ? element('queryType', 'cql') : versionXml(request.version),
    element('query', request.query),
    element('startRecord', request.startRecord),
    element('maximumRecords', request.maximumRecords),
    element(dialects[request.version].escaping, request.packing),
    element('recordSchema', recordSchemas[request.schema].uri),
    '</echoedSearchRetrieveRequest>',
  ].join('');

const names = { searchRetrieve: 'searchRetrieveResponse', explain: 'explainResponse', scan: 'scanResponse' } as const;

type Of = { operation: keyof typeof names; version: SruVersion; stylesheet?: string };

const envelope = ({ operation, version, stylesheet }: Of, inner: string): string => {
  const { response, scan } = dialects[version];
  const [name, namespace] = [names[operation], operation === 'scan' ? scan : response];
  return [
    '<?xml version="1.0" encoding="UTF-8"?>\n',
    stylesheet === undefined ? '' : `<?xml-stylesheet type="text/xsl" href="${text(stylesheet)}"?>\n`,
    `<${name} xmlns="${namespace}">${versionXml(version)}${inner}</${name}>\n`,
  ].join('');
};

/** Returns the response to a search. */
export const searchRetrieveResponse = (request: SearchRetrieve, { total, records }: SruFound): string => {
  const next = request.startRecord + records.length;
  const held = records.map((record, i) => recordXml(record, request.startRecord + i, request)).join('');
  const inner = [
    element('numberOfRecords', total),
    held === '' ? '' : `<records>${held}</records>`,
    records.length > 0 && next <= total ? element('nextRecordPosition', next) : '',
    echoed(request),
    request.version === '2.0' ? element('resultCountPrecision', EXACT) : '',
  ];
  return envelope(request, inner.join(''));
};

const termXml = ({ value, records, shown, where }: SruTerm): string =>
  [
    '<term>',
    element('value', value),
    element('numberOfRecords', records),
    shown === undefined || shown === value ? '' : element('displayTerm', shown),
    where === undefined ? '' : element('whereInList', where),
    '</term>',
  ].join('');

/** Returns the response to a scan. */
export const scanResponse = (request: Scan, terms: readonly SruTerm[]): string => {
  const { version, scanClause, responsePosition, maximumTerms } = request;
  const inner = [
    terms.length === 0 ? '' : `<terms>${terms.map(termXml).join('')}</terms>`,
    `<echoedScanRequest>${versionXml(version)}${element('scanClause', scanClause)}`,
    `${element('responsePosition', responsePosition)}${element('maximumTerms', maximumTerms)}</echoedScanRequest>`,
  ];
  return envelope(request, inner.join(''));
};

/** Returns the response to a search or a scan with a diagnostic. */
export const diagnosticResponse = (
  operation: 'searchRetrieve' | 'scan',
  version: SruVersion,
  diagnostics: readonly Diagnostic[],
): string => {
  const count = operation === 'searchRetrieve' ? element('numberOfRecords', 0) : '';
  return envelope({ operation, version }, `${count}${diagnosticsXml(diagnostics, version)}`);
};

/** Returns the response to explain, also to a faulty request for it. Takes the ZeeRex element that describes this server. */
export const explainResponse = (
  { version, stylesheet, packing = 'xml' }: Pick<Explain, 'version' | 'stylesheet'> & Partial<Pick<Explain, 'packing'>>,
  zeerex: string,
  diagnostics: readonly Diagnostic[] = [],
): string => {
  const record = [
    '<record>',
    element('recordSchema', 'http://explain.z3950.org/dtd/2.0/'),
    element(dialects[version].escaping, packing),
    `<recordData>${packed(zeerex, packing)}</recordData>`,
    '</record>',
  ].join('');
  const of = { operation: 'explain', version, ...(stylesheet === undefined ? {} : { stylesheet }) } as const;
  return envelope(of, `${record}${diagnosticsXml(diagnostics, version)}`);
};
