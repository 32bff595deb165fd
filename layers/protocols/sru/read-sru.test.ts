import * as fc from 'fast-check';
import { sruSorting } from '../../../functions/discovery/domain/cql/sru-indexes.ts';
import { diagnosticMessages } from '../cql/diagnostics.ts';
import { readSru as readRequest } from './read-sru.ts';

const readSru = (text: string) => readRequest(text, sruSorting);

const base = 'version=1.2&operation=searchRetrieve&query=cat';
const diagnosed = (text: string): string => {
  const request = readSru(text);
  return 'diagnostics' in request
    ? request.diagnostics.map(({ code, details }) => `${code} ${details}`.trim()).join()
    : request.operation;
};

test('a search, with defaults for missing parameters', () => {
  expect(readSru(base)).toEqual({
    ...{ operation: 'searchRetrieve', version: '1.2', query: 'cat', startRecord: 1, maximumRecords: 10 },
    ...{ schema: 'marcxml', packing: 'xml', orders: [], mediaType: 'text/xml' },
  });
  const all = `${base}&startRecord=11&maximumRecords=5&recordSchema=info:srw/schema/1/dc-v1.1&recordPacking=string&resultSetTTL=300&x-info-1-authenticationToken=a&stylesheet=/style.xsl`;
  expect(readSru(all)).toMatchObject({
    ...{ startRecord: 11, maximumRecords: 5, schema: 'dc', packing: 'string', stylesheet: '/style.xsl' },
  });
  expect(readSru(base.replace('1.2', '1.1'))).toMatchObject({ version: '1.1' });
  expect(readSru(`${base}&maximumRecords=1000000`)).toMatchObject({ maximumRecords: 50 });
  expect(readSru(`${base}&startRecord=10000`)).toMatchObject({ maximumRecords: 1 });
  expect(readSru(`${base}&maximumRecords=0`)).toMatchObject({ maximumRecords: 0 });
});

test('finding I5: a query without version and operation is a search of SRU 2.0, with the defaults', () => {
  expect(readSru('query=cat')).toEqual({ ...readSru(base), version: '2.0' });
  expect(readSru('query=cat&maximumRecords=3&recordSchema=marcxml')).toMatchObject({
    version: '2.0',
    maximumRecords: 3,
  });
  expect(diagnosed('query=cat&colour=red')).toBe('8 colour');
  expect(diagnosed('startRecord=2')).toBe('7 query');
});

test('explain is requested by name, or by neither a query nor a scanClause', () => {
  expect(readSru('')).toMatchObject({ operation: 'explain', version: '2.0' });
  expect(readSru('x-hello=1')).toMatchObject({ operation: 'explain' });
  expect(readSru('recordXMLEscaping=string')).toMatchObject({ operation: 'explain', packing: 'string' });
  expect(readSru('version=1.1&operation=explain&recordPacking=string')).toEqual({
    ...{ operation: 'explain', version: '1.1', packing: 'string', mediaType: 'text/xml' },
  });
});

test('finding I5: the parameters of SRU 2.0, with or without its version', () => {
  const given = 'queryType=cql&query=cat&recordXMLEscaping=string&recordPacking=unpacked&renderedBy=client';
  expect(readSru(given)).toMatchObject({ operation: 'searchRetrieve', version: '2.0', packing: 'string' });
  expect(readSru(`version=2.0&${given}`)).toEqual(readSru(given));
  expect(readSru(`version=2.0&operation=searchRetrieve&${given}`)).toEqual(readSru(given));
  // What clients of 1.2 call packing.
  expect(readSru('version=2.0&query=cat&recordPacking=string')).toMatchObject({ packing: 'string' });
});

test.each([
  ['application/sru+xml', 'application/sru+xml'],
  ['application/sru%2Bxml;q=0.5, application/xml', 'application/xml'],
  ['application/sru%2Bxml, */*;q=0.1', 'application/sru+xml'],
  ['text/html, application/*;q=0.9', 'application/xml'],
  ['*/*', 'text/xml'],
  ['', 'text/xml'],
])('httpAccept %s is answered as %s', (accepted, mediaType) => {
  expect(readSru(`query=cat&httpAccept=${accepted}`)).toMatchObject({ operation: 'searchRetrieve', mediaType });
});

test('a scan: its clause, where the term stands in the response, and how many terms', () => {
  const scan = {
    operation: 'scan',
    scanClause: 'dc.title=em',
    responsePosition: 1,
    maximumTerms: 20,
    mediaType: 'text/xml',
  };
  expect(readSru('version=1.1&operation=scan&scanClause=dc.title%3Dem')).toEqual({ ...scan, version: '1.1' });
  expect(readSru('scanClause=dc.title%3Dem')).toEqual({ ...scan, version: '2.0' });
  expect(readSru('scanClause=a&responsePosition=0&maximumTerms=5')).toMatchObject({
    responsePosition: 0,
    maximumTerms: 5,
  });
  // Behind the last of the terms that are given.
  expect(readSru('scanClause=a&responsePosition=501&maximumTerms=500')).toMatchObject({
    responsePosition: 101,
    maximumTerms: 100,
  });
});

test('sortKeys of SRU 1.1', () => {
  const sorted = (keys: string): string => `version=1.1&operation=searchRetrieve&query=a&sortKeys=${keys}`;
  expect(readSru(sorted('title,,1 dc.date,dc,0'))).toMatchObject({
    orders: [
      { field: 'title_sort', descending: false },
      { field: 'year', descending: true },
    ],
  });
  expect(diagnosed(sorted('title,lom'))).toBe('87 lom');
  expect(diagnosed(sorted('/record/title'))).toBe('88 /record/title');
  expect(diagnosed(sorted('smell'))).toBe('88 smell');
  expect(diagnosed(sorted('title,,up'))).toBe('90 up');
  expect(diagnosed(sorted('title,,1,1'))).toBe('91 1');
  expect(diagnosed(sorted('title,,1,0,abort'))).toBe('92 abort');
  expect(diagnosed(sorted('title title'))).toBe('85');
});

test.each([
  ['operation=searchRetrieve&query=a', '7 version'],
  ['version=1.2&query=a', '7 operation'],
  ['version=1.2&operation=searchRetrieve', '7 query'],
  ['version=3.0&operation=searchRetrieve&query=a', '5 2.0'],
  ['version=1.0&operation=explain', '5 2.0'],
  ['version=1.2&operation=scan', '7 scanClause'],
  ['version=1.2&operation=scan&scanClause=a&query=a', '8 query'],
  ['scanClause=a&maximumTerms=0', '6 maximumTerms'],
  ['scanClause=a&maximumTerms=3&responsePosition=5', '120 5'],
  ['scanClause=a&responsePosition=-1', '6 responsePosition'],
  ['scanClause=a&queryType=pqf', '11 pqf'],
  ['query=a&recordXMLEscaping=json', '6 recordXMLEscaping'],
  ['query=a&httpAccept=application/json', '6 httpAccept'],
  ['query=a&httpAccept=text/xml;q=0', '6 httpAccept'],
  ['query=a&renderedBy=server', '6 renderedBy'],
  ['query=a&facetLimit=10', '8 facetLimit'],
  [`${base}&httpAccept=text/xml`, '8 httpAccept'],
  [`${base}&recordXMLEscaping=xml`, '8 recordXMLEscaping'],
  ['version=1.2&operation=update', '4 update'],
  [`${base}&colour=red`, '8 colour'],
  [`${base}&queryType=pqf`, '11 pqf'],
  [`${base}&queryType=CQL`, 'searchRetrieve'],
  [`${base}&startRecord=0`, '6 startRecord'],
  [`${base}&startRecord=x`, '6 startRecord'],
  [`${base}&startRecord=1000000`, '61 10000'],
  [`${base}&startRecord=99999999999999999999`, '6 startRecord'],
  [`${base}&maximumRecords=-1`, '62 -1'],
  [`${base}&maximumRecords=1.5`, '6 maximumRecords'],
  [`${base}&resultSetTTL=long`, '6 resultSetTTL'],
  [`${base}&recordSchema=mods`, '66 mods'],
  [`${base}&recordPacking=zip`, '71 zip'],
  [`${base}&recordXPath=//a`, '72 recordXPath'],
  [`${base}&stylesheet=javascript:alert(1)`, '111 javascript:alert(1)'],
  [`${base}&stylesheet=//elsewhere/x.xsl`, '111 //elsewhere/x.xsl'],
])('%s: %s', (text, diagnostic) => {
  expect(diagnosed(text)).toBe(diagnostic);
});

test('any text is read, at worst as a request with a diagnostic of the list', () => {
  const names = [
    'version',
    'operation',
    'query',
    'queryType',
    'startRecord',
    'maximumRecords',
    'recordSchema',
    'sortKeys',
    'stylesheet',
    'scanClause',
    'responsePosition',
    'maximumTerms',
    'httpAccept',
    'recordXMLEscaping',
    'x',
  ];
  const pair = fc.tuple(
    fc.constantFrom(...names),
    fc.oneof(fc.string(), fc.constantFrom('1.2', '2.0', 'searchRetrieve', 'explain', 'scan', '-1')),
  );
  fc.assert(
    fc.property(fc.array(pair, { maxLength: 12 }), fc.string(), (pairs, more) => {
      const request = readSru(`${new URLSearchParams(pairs)}&${more}`);
      if ('diagnostics' in request)
        for (const { code, details } of request.diagnostics) {
          expect(diagnosticMessages[code]).toBeDefined();
          expect(details.length).toBeLessThanOrEqual(200);
        }
    }),
    { numRuns: 200 },
  );
});
