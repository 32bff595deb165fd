import { type ReadMessage, readMessage } from './read-message.ts';

const NAMESPACE = 'http://illtransactions.org/2013/iso18626';
const agencies = (supplier = 'SUP1', requester = 'REQ'): string =>
  `<supplyingAgencyId><agencyIdType>ISIL</agencyIdType><agencyIdValue>${supplier}</agencyIdValue></supplyingAgencyId>
   <requestingAgencyId><agencyIdType>ISIL</agencyIdType><agencyIdValue>${requester}</agencyIdValue></requestingAgencyId>`;
const header = `<header>${agencies()}<multipleItemRequestId></multipleItemRequestId>
  <timestamp>2026-11-24T10:00:00Z</timestamp><requestingAgencyRequestId>r-1</requestingAgencyRequestId></header>`;
const wrapped = (inner: string, version = '1.2'): string =>
  `<?xml version="1.0"?><ISO18626Message xmlns="${NAMESPACE}" xmlns:i="${NAMESPACE}" i:version="${version}">${inner}</ISO18626Message>`;
const read = (xml: string): ReadMessage => readMessage(Buffer.from(xml));
const errorsOf = (xml: string): unknown => {
  const result = read(xml);
  return 'errors' in result ? result.errors : result;
};

const supplied = (more: string, status = 'WillSupply'): string =>
  `<supplyingAgencyMessage>${header}<messageInfo><reasonForMessage>RequestResponse</reasonForMessage>${more}</messageInfo>
   <statusInfo><status>${status}</status><lastChange>2026-11-24T10:00:00Z</lastChange></statusInfo></supplyingAgencyMessage>`;

describe('reading ISO 18626 leniently', () => {
  test('what 1.2 says in messageInfo of a retry stands where 2021 has it', () => {
    const costs =
      '<offeredCosts><currencyCode>USD</currencyCode><monetaryValue>35</monetaryValue></offeredCosts><retryAfter>2026-12-01T00:00:00Z</retryAfter>';
    expect(read(wrapped(supplied(costs, 'RetryPossible')))).toMatchObject({
      dialect: '1.2',
      message: {
        kind: 'supplyingAgencyMessage',
        body: {
          retryInfo: {
            offeredCosts: [{ currencyCode: { value: 'USD' }, monetaryValue: '35' }],
            retryAfter: '2026-12-01T00:00:00Z',
          },
        },
      },
    });
  });

  test('names of 1.2 are read as those of 2021; order and prefixes do not matter', () => {
    const xml = wrapped(
      `<i:supplyingAgencyMessage><i:deliveryInfo><i:sentVia>URL</i:sentVia><i:dateSent>2026-11-24T10:00:00+01:00</i:dateSent>
       <i:deliveredFormat scheme="x">PDF</i:deliveredFormat></i:deliveryInfo>${header}
       <i:statusInfo><i:lastChange>2026-11-24T10:00:00Z</i:lastChange><i:status>CopyCompleted</i:status></i:statusInfo>
       <i:messageInfo><i:reasonForMessage>StatusChange</i:reasonForMessage></i:messageInfo></i:supplyingAgencyMessage>`,
    );
    expect(read(xml)).toMatchObject({
      message: {
        body: { deliveryInfo: { deliveryMethod: { value: 'URL' }, itemFormat: { value: 'PDF', scheme: 'x' } } },
      },
    });
  });

  test('open codes off the list are kept; unknown elements are passed over and told', () => {
    const result = read(wrapped(supplied('<reasonUnfilled>Duplicate</reasonUnfilled><mood>good</mood>', 'Unfilled')));
    expect(result).toMatchObject({ message: { body: { messageInfo: { reasonUnfilled: { value: 'Duplicate' } } } } });
    expect(result.ignored).toContain('supplyingAgencyMessage/messageInfo/mood');
  });

  test.each([
    ['1.0', '1.2'],
    ['1.1', '1.2'],
    ['1.2', '1.2'],
    ['', '1.2'],
    ['1.3', '2021'],
    ['2021-1', '2021'],
    ['2021-3', '2021'],
  ])('who says version "%s" is answered in %s', (version, dialect) => {
    expect(read(wrapped(supplied(''), version)).dialect).toBe(dialect);
  });
});

describe('what is no message is told in the standard’s terms', () => {
  test('a closed code off the list is named, with the ids to answer by', () => {
    expect(read(wrapped(supplied('', 'Perhaps')))).toMatchObject({
      kind: 'supplyingAgencyMessage',
      errors: [{ errorType: 'UnrecognisedDataValue', errorValue: 'supplyingAgencyMessage/statusInfo/status: Perhaps' }],
      correlation: { requestingAgencyRequestId: 'r-1', requestingAgencyId: { agencyIdValue: 'REQ' } },
    });
  });

  test('a mandatory element that is missing is named', () => {
    expect(errorsOf(wrapped(`<requestingAgencyMessage>${header}</requestingAgencyMessage>`))).toEqual([
      { errorType: 'BadlyFormedMessage', errorValue: 'requestingAgencyMessage/action is missing' },
    ]);
  });

  test.each([
    ['nothing', ''],
    ['no XML', 'hello'],
    ['cut short', wrapped(supplied('')).slice(0, 300)],
    ['another root', '<NCIPMessage/>'],
    ['no message inside', wrapped('')],
    ['two messages', wrapped(supplied('') + supplied(''))],
    ['a message nobody knows', wrapped('<constructor/>')],
    [
      'a document type',
      `<!DOCTYPE a [<!ENTITY x SYSTEM "file:///etc/passwd">]>${wrapped(supplied('<note>&x;</note>'))}`,
    ],
    ['an entity of its own', wrapped(supplied('<note>&xxe;</note>'))],
    ['endless nesting', wrapped('<request>'.repeat(50_000))],
    ['a wide message', wrapped(`<request>${'<a/>'.repeat(6000)}</request>`)],
    ['more than a message ever needs', wrapped(supplied(`<note>${'x'.repeat(300_000)}</note>`))],
  ])('%s is badly formed, and nothing is thrown', (_what, xml) => {
    expect(errorsOf(xml)).toMatchObject([{ errorType: 'BadlyFormedMessage' }]);
  });

  test('names that JavaScript knows are unknown elements like others', () => {
    const result = read(wrapped(supplied('<__proto__>1</__proto__><constructor>1</constructor>')));
    expect('message' in result && result.ignored).toEqual(
      expect.arrayContaining(['supplyingAgencyMessage/messageInfo/__proto__']),
    );
  });
});
