import * as fc from 'fast-check';
import { readOai } from './read-oai.ts';
import { writeToken } from './resumption-token.ts';

const fault = (text: string): string => {
  const read = readOai(text);
  return 'errors' in read ? read.errors.map(({ code }) => code).join() : 'none';
};

test('each verb with its arguments', () => {
  expect(readOai('verb=Identify')).toEqual({ request: { verb: 'Identify' }, echo: [['verb', 'Identify']] });
  expect(readOai('verb=ListMetadataFormats&identifier=oai:a.b:rec_1')).toMatchObject({
    request: { identifier: 'oai:a.b:rec_1' },
  });
  expect(readOai('verb=GetRecord&identifier=oai:a.b:rec_1&metadataPrefix=marc21')).toMatchObject({
    request: { identifier: 'oai:a.b:rec_1', prefix: 'marc21' },
  });
  expect(
    readOai('verb=ListRecords&metadataPrefix=oai_dc&set=member.ash&from=2026-03-01&until=2026-03-02'),
  ).toMatchObject({
    request: {
      selection: { prefix: 'oai_dc', set: 'member.ash', from: '2026-03-01T00:00:00Z', until: '2026-03-02T23:59:59Z' },
    },
  });
  expect(readOai('verb=ListIdentifiers&metadataPrefix=oai_dc&from=2026-03-01T10:00:00Z')).toMatchObject({
    request: { verb: 'ListIdentifiers', selection: { from: '2026-03-01T10:00:00Z' }, given: 0 },
  });
});

test.each([
  ['', 'badVerb'],
  ['verb=Sing', 'badVerb'],
  ['verb=Identify&verb=Identify', 'badVerb'],
  ['verb=Identify&from=2026-01-01', 'badArgument'],
  ['verb=ListRecords', 'badArgument'],
  ['verb=GetRecord&metadataPrefix=oai_dc', 'badArgument'],
  ['verb=ListRecords&metadataPrefix=oai_dc&metadataPrefix=oai_dc', 'badArgument'],
  ['verb=ListRecords&metadataPrefix=mods', 'cannotDisseminateFormat'],
  ['verb=ListRecords&metadataPrefix=oai_dc&from=yesterday', 'badArgument'],
  ['verb=ListRecords&metadataPrefix=oai_dc&from=2026-02-30', 'badArgument'],
  ['verb=ListRecords&metadataPrefix=oai_dc&from=2026-03-01T10:00Z', 'badArgument'],
  ['verb=ListRecords&metadataPrefix=oai_dc&from=2026-03-02&until=2026-03-01', 'badArgument'],
  ['verb=ListRecords&metadataPrefix=oai_dc&from=2026-03-01&until=2026-03-02T00:00:00Z', 'badArgument'],
  ['verb=ListRecords&metadataPrefix=oai_dc&set=a%20b', 'badArgument'],
  ['verb=ListRecords&metadataPrefix=oai_dc&resumptionToken=x', 'badArgument'],
  ['verb=ListRecords&resumptionToken=x', 'badResumptionToken'],
  ['verb=ListSets&resumptionToken=x', 'badResumptionToken'],
  [`verb=ListRecords&resumptionToken=${'A'.repeat(3000)}`, 'badResumptionToken'],
  [`verb=ListRecords&resumptionToken=${'A'.repeat(1_000_000)}`, 'badArgument'],
])('%.80s: %s', (text, code) => {
  expect(fault(text)).toBe(code);
});

test('valid arguments are echoed, invalid ones are not', () => {
  expect(readOai('verb=ListRecords&from=x')).toMatchObject({ echo: [] });
  expect(readOai('verb=ListRecords&resumptionToken=x')).toMatchObject({
    echo: [
      ['verb', 'ListRecords'],
      ['resumptionToken', 'x'],
    ],
  });
});

describe('a token', () => {
  const request = {
    verb: 'ListRecords' as const,
    selection: { prefix: 'marc21' as const, set: 'format.book', until: '2026-03-02T23:59:59Z' },
    after: { changedAt: '2026-03-01T10:00:00Z', recordId: 'rec_1' },
    given: 300,
  };
  const list = (token: string, verb = 'ListRecords') => readOai(`verb=${verb}&resumptionToken=${token}`);
  const forged = (change: object): string => {
    const sound = JSON.parse(Buffer.from(writeToken(request), 'base64url').toString());
    return Buffer.from(JSON.stringify({ ...sound, ...change })).toString('base64url');
  };

  test('contains all that the next response needs, for its own verb only', () => {
    expect(list(writeToken(request))).toMatchObject({ request });
    expect(list(writeToken(request), 'ListIdentifiers')).toMatchObject({ errors: [{ code: 'badResumptionToken' }] });
  });

  test.each([
    [{ p: 'mods' }],
    [{ a: ['2026', 'rec_1'] }],
    [{ a: ['2026-03-01T10:00:00Z', 'PATRON#1'] }],
    [{ n: -1 }],
    [{ extra: true }],
    [{ s: 'x'.repeat(100) }],
  ])('that was forged (%j) is invalid', (change) => {
    expect(list(forged(change))).toMatchObject({ errors: [{ code: 'badResumptionToken' }] });
  });
});

test('any text is read or answered by an error of the protocol', () => {
  const names = ['verb', 'metadataPrefix', 'from', 'until', 'set', 'identifier', 'resumptionToken', 'x'];
  const value = fc.oneof(fc.string(), fc.constantFrom('ListRecords', 'GetRecord', 'oai_dc', '2026-03-01', 'e30'));
  fc.assert(
    fc.property(fc.array(fc.tuple(fc.constantFrom(...names), value), { maxLength: 8 }), (pairs) => {
      const read = readOai(String(new URLSearchParams(pairs)));
      expect('errors' in read ? read.errors.length : 1).toBe(1);
    }),
    { numRuns: 200 },
  );
});
