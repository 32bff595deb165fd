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
    ...{ schema: 'marcxml', packing: 'xml', orders: [] },
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

test('finding I5: a query without version and operation is a search, with the defaults', () => {
  expect(readSru('query=cat')).toEqual(readSru(base));
  expect(readSru('query=cat&maximumRecords=3&recordSchema=marcxml')).toMatchObject({
    version: '1.2',
    maximumRecords: 3,
  });
  expect(diagnosed('query=cat&colour=red')).toBe('8 colour');
  expect(diagnosed('startRecord=2')).toBe('7 operation');
});

test('explain is requested by name, or by an empty request', () => {
  expect(readSru('')).toMatchObject({ operation: 'explain' });
  expect(readSru('x-hello=1')).toMatchObject({ operation: 'explain' });
  expect(readSru('version=1.1&operation=explain&recordPacking=string')).toEqual({
    ...{ operation: 'explain', version: '1.1', packing: 'string' },
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
  ['version=2.0&operation=searchRetrieve&query=a', '5 1.2'],
  ['version=1.2&operation=scan&scanClause=a', '4 scan'],
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
    'x',
  ];
  const pair = fc.tuple(
    fc.constantFrom(...names),
    fc.oneof(fc.string(), fc.constantFrom('1.2', 'searchRetrieve', 'explain', '-1')),
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
