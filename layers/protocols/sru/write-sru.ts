import { type Diagnostic, diagnosticMessages } from '../cql/diagnostics.ts';
import { withoutControlCharacters } from '../marc/clean-text.ts';
import { escapedXml } from '../marc/xml-text.ts';
import { recordSchemas, type SearchRetrieve, type SruRequest, type SruVersion } from './sru-request.ts';

const SRW = 'http://www.loc.gov/zing/srw/';
const DIAGNOSTIC = 'http://www.loc.gov/zing/srw/diagnostic/';
const DIAGNOSTIC_SCHEMA = 'info:srw/schema/1/diagnostics-v1.1';

/** A record of a response: its element in the requested schema, or why it is missing. */
export type SruRecord = { recordId: string; xml: string } | { recordId: string; diagnostic: Diagnostic };

/** The result of a search: the total number of records, and those of this response from `startRecord` on. */
export type SruFound = { total: number; records: readonly SruRecord[] };

const text = (value: string): string => escapedXml(withoutControlCharacters(value));
const element = (name: string, value: string | number): string => `<${name}>${text(String(value))}</${name}>`;

const diagnosticXml = ({ code, details }: Diagnostic): string =>
  `<diagnostic xmlns="${DIAGNOSTIC}"><uri>info:srw/diagnostic/1/${code}</uri>${
    details === '' ? '' : element('details', details)
  }${element('message', diagnosticMessages[code])}</diagnostic>`;

const packed = (xml: string, packing: 'xml' | 'string'): string => (packing === 'xml' ? xml : text(xml));

const recordXml = (record: SruRecord, position: number, { schema, packing, version }: SearchRetrieve): string => {
  const isHere = 'xml' in record;
  const inner = isHere ? record.xml : diagnosticXml(record.diagnostic);
  return [
    '<record>',
    element('recordSchema', isHere ? recordSchemas[schema].uri : DIAGNOSTIC_SCHEMA),
    element('recordPacking', packing),
    `<recordData>${packed(inner, packing)}</recordData>`,
    version === '1.2' ? element('recordIdentifier', record.recordId) : '',
    element('recordPosition', position),
    '</record>',
  ].join('');
};

const echoed = (request: SearchRetrieve): string =>
  [
    '<echoedSearchRetrieveRequest>',
    element('version', request.version),
    element('query', request.query),
    element('startRecord', request.startRecord),
    element('maximumRecords', request.maximumRecords),
    element('recordPacking', request.packing),
    element('recordSchema', recordSchemas[request.schema].uri),
    '</echoedSearchRetrieveRequest>',
  ].join('');

const envelope = (name: string, inner: string, stylesheet?: string): string =>
  [
    '<?xml version="1.0" encoding="UTF-8"?>\n',
    stylesheet === undefined ? '' : `<?xml-stylesheet type="text/xsl" href="${text(stylesheet)}"?>\n`,
    `<${name} xmlns="${SRW}">${inner}</${name}>\n`,
  ].join('');

/** Returns the response to a search. */
export const searchRetrieveResponse = (request: SearchRetrieve, { total, records }: SruFound): string => {
  const next = request.startRecord + records.length;
  const held = records.map((record, i) => recordXml(record, request.startRecord + i, request)).join('');
  const inner = [
    element('version', request.version),
    element('numberOfRecords', total),
    held === '' ? '' : `<records>${held}</records>`,
    records.length > 0 && next <= total ? element('nextRecordPosition', next) : '',
    echoed(request),
  ];
  return envelope('searchRetrieveResponse', inner.join(''), request.stylesheet);
};

const responses = {
  searchRetrieve: 'searchRetrieveResponse',
  explain: 'explainResponse',
  scan: 'scanResponse',
} as const;

/** Returns the response with a diagnostic, in the format of the requested operation. */
export const diagnosticResponse = (
  of: keyof typeof responses,
  version: SruVersion,
  diagnostics: readonly Diagnostic[],
): string => {
  const diagnosticsXml = `<diagnostics>${diagnostics.map(diagnosticXml).join('')}</diagnostics>`;
  const count = of === 'searchRetrieve' ? element('numberOfRecords', 0) : '';
  return envelope(responses[of], `${element('version', version)}${count}${diagnosticsXml}`);
};

/** Returns the response to explain. Takes the ZeeRex element that describes this server. */
export const explainResponse = (request: Extract<SruRequest, { operation: 'explain' }>, zeerex: string): string => {
  const record = [
    '<record>',
    element('recordSchema', 'http://explain.z3950.org/dtd/2.0/'),
    element('recordPacking', request.packing),
    `<recordData>${packed(zeerex, request.packing)}</recordData>`,
    '</record>',
  ].join('');
  return envelope('explainResponse', `${element('version', request.version)}${record}`, request.stylesheet);
};
