import { type ReadMessage, readMessage } from './read-message.ts';
import { charsetOf } from './xml-encoding.ts';

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
  test('messageInfo of a retry in 1.2 is mapped to its place in 2021', () => {
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

  test('names of 1.2 are read as those of 2021, in any order and with any prefixes', () => {
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

  test('open codes off the list are kept; unknown elements are skipped and reported', () => {
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
    ['2017', '1.2'],
    ['v1.2', '1.2'],
    ['1.10', '2021'],
  ])('a sender of version "%s" is answered in %s', (version, dialect) => {
    expect(read(wrapped(supplied(''), version)).dialect).toBe(dialect);
  });
});

describe('an invalid message is reported in the terms of the standard', () => {
  test('a closed code off the list is named, with the ids for the answer', () => {
    expect(read(wrapped(supplied('', 'Perhaps')))).toMatchObject({
      kind: 'supplyingAgencyMessage',
      errors: [{ errorType: 'UnrecognisedDataValue', errorValue: 'supplyingAgencyMessage/statusInfo/status: Perhaps' }],
      correlation: { requestingAgencyRequestId: 'r-1', requestingAgencyId: { agencyIdValue: 'REQ' } },
    });
  });

  test('a missing mandatory element is named', () => {
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
  ])('%s is badly formed, and does not throw', (_what, xml) => {
    expect(errorsOf(xml)).toMatchObject([{ errorType: 'BadlyFormedMessage' }]);
  });

  test('names of JavaScript properties are unknown elements like others', () => {
    const result = read(wrapped(supplied('<__proto__>1</__proto__><constructor>1</constructor>')));
    expect('message' in result && result.ignored).toEqual(
      expect.arrayContaining(['supplyingAgencyMessage/messageInfo/__proto__']),
    );
  });
});

const requested = (service: string, more = '', head = header): string =>
  wrapped(`<request>${head}<bibliographicInfo><title>Emma</title></bibliographicInfo>${service}${more}</request>`);
const loan = (more = ''): string => `<serviceInfo><serviceType>Loan</serviceType>${more}</serviceInfo>`;
const bodyOf = (xml: string): unknown => {
  const result = read(xml);
  return 'message' in result ? result.message.body : result;
};
const ignoredOf = (xml: string): string[] => {
  const result = read(xml);
  return 'message' in result ? result.ignored : ['not read'];
};

describe('minor errors of peers', () => {
  test.each([
    ['2026-11-24T10:00:00+0000', '2026-11-24T10:00:00+00:00'],
    ['2026-11-24 10:00:00Z', '2026-11-24T10:00:00Z'],
    ['2026-11-24t10:00z', '2026-11-24T10:00:00Z'],
    ['2026-12-31T24:00:00+01', '2027-01-01T00:00:00+01:00'],
    ['2026-11-24', '2026-11-24T00:00:00'],
  ])('the time %s is read as %s', (written, instant) => {
    const head = header.replace('2026-11-24T10:00:00Z', written);
    expect(bodyOf(requested(loan(), '', head))).toMatchObject({ header: { timestamp: instant } });
  });

  test('a due day ends with its last second', () => {
    expect(bodyOf(requested(loan('<needBeforeDate>2026-12-01</needBeforeDate>')))).toMatchObject({
      serviceInfo: { needBeforeDate: '2026-12-01T23:59:59' },
    });
  });

  test('an invalid time is an error', () => {
    const head = header.replace('2026-11-24T10:00:00Z', 'yesterday');
    expect(errorsOf(requested(loan(), '', head))).toEqual([
      { errorType: 'UnrecognisedDataValue', errorValue: 'request/header/timestamp: yesterday' },
    ]);
  });

  test.each(['', '<serviceInfo/>', '<serviceInfo><requestType>New</requestType><serviceType/></serviceInfo>'])(
    'a request without a service type (%s) leaves it to the supplier',
    (service) => {
      expect(bodyOf(requested(service))).toMatchObject({ serviceInfo: { serviceType: 'CopyOrLoan' } });
    },
  );

  test('codes in another case, and other spellings of yes', () => {
    expect(
      bodyOf(
        requested('<serviceInfo><requestType>RETRY</requestType><serviceType>copy-or-loan</serviceType></serviceInfo>'),
      ),
    ).toMatchObject({ serviceInfo: { requestType: 'Retry', serviceType: 'CopyOrLoan' } });
    for (const [written, meant] of Object.entries({ yes: 'Y', n: 'N', true: 'Y', No: 'N', '1': 'Y' }))
      expect(bodyOf(wrapped(supplied(`<answerYesNo>${written}</answerYesNo>`)))).toMatchObject({
        messageInfo: { answerYesNo: meant },
      });
  });

  test.each([
    ['12,50', '12.50'],
    ['1.234,50', '1234.50'],
    ['1,234.50', '1234.50'],
    ['12.5', '12.5'],
  ])('the sum %s is %s', (written, meant) => {
    const costs = `<currencyCode>USD</currencyCode><monetaryValue>${written}</monetaryValue>`;
    const billing = `<billingInfo><maximumCosts>${costs}</maximumCosts></billingInfo>`;
    expect(bodyOf(requested(loan(), billing))).toMatchObject({
      billingInfo: { maximumCosts: { monetaryValue: meant } },
    });
  });

  test.each([
    [
      '<billingInfo><maximumCosts><currencyCode>USD</currencyCode><monetaryValue/></maximumCosts></billingInfo>',
      'billingInfo/maximumCosts',
    ],
    [
      '<billingInfo><maximumCosts><monetaryValue>12.50</monetaryValue></maximumCosts></billingInfo>',
      'billingInfo/maximumCosts',
    ],
    [
      '<billingInfo><maximumCosts><currencyCode>USD</currencyCode><monetaryValue>1,234</monetaryValue></maximumCosts></billingInfo>',
      'billingInfo/maximumCosts',
    ],
    ['<requestedDeliveryInfo><sortOrder>-1</sortOrder></requestedDeliveryInfo>', 'requestedDeliveryInfo/sortOrder'],
  ])('%s is skipped and reported, and the rest is read', (more, path) => {
    expect(ignoredOf(requested(loan(), more))).toEqual([`request/${path}`]);
  });

  test('so are unknown sub-types beside known ones', () => {
    const types = '<requestSubType>Walk-in</requestSubType><requestSubType>bookingRequest</requestSubType>';
    const xml = requested(loan(types));
    expect(ignoredOf(xml)).toEqual(['request/serviceInfo/requestSubType']);
    expect(bodyOf(xml)).toMatchObject({ serviceInfo: { requestSubType: ['BookingRequest'] } });
  });

  test('an electronic address without a type is an e-mail address; a note that is too long is truncated', () => {
    const address = '<electronicAddress><electronicAddressData>a@b.example</electronicAddressData></electronicAddress>';
    const place = `<requestedDeliveryInfo><address>${address}</address></requestedDeliveryInfo>`;
    const body = bodyOf(requested(loan(`<note>${'x'.repeat(12_000)}</note>`), place));
    expect(body).toMatchObject({
      serviceInfo: { note: 'x'.repeat(10_000) },
      requestedDeliveryInfo: [{ address: { electronicAddress: { electronicAddressType: { value: 'Email' } } } }],
    });
  });

  test('a change, a dispatch and a receipt without a time have that of the message', () => {
    const xml = wrapped(
      `<supplyingAgencyMessage>${header}<messageInfo><reasonForMessage>StatusChange</reasonForMessage></messageInfo>
       <statusInfo><status>Loaned</status></statusInfo><deliveryInfo><itemId>1</itemId></deliveryInfo></supplyingAgencyMessage>`,
    );
    const time = '2026-11-24T10:00:00Z';
    expect(bodyOf(xml)).toMatchObject({ statusInfo: { lastChange: time }, deliveryInfo: { dateSent: time } });
    const confirmation = `<requestConfirmation><confirmationHeader><timestamp>${time}</timestamp><messageStatus>ok</messageStatus></confirmationHeader></requestConfirmation>`;
    expect(bodyOf(wrapped(confirmation))).toMatchObject({
      confirmationHeader: { messageStatus: 'OK', timestampReceived: time },
    });
  });
});

describe('the encoding is that of the byte order mark, then of the declaration, otherwise UTF-8', () => {
  const title = 'Smörgåsbord – “Ærø”';
  const declared = (encoding: string, text = title): string =>
    requested(loan()).replace('?>', ` encoding="${encoding}"?>`).replace('<title>Emma', `<title>${text}`);
  const swapped = (xml: string): Buffer => Buffer.from(xml, 'utf16le').swap16();
  const windows = (xml: string): Buffer =>
    Buffer.from(xml.replace('–', '\u0096').replace('“', '\u0093').replace('”', '\u0094'), 'latin1');
  const titleIn = (bytes: Buffer, charset?: string) => {
    const result = readMessage(bytes, { charset });
    return 'message' in result ? result.message.body : result;
  };

  test.each([
    ['UTF-8', Buffer.from(declared('UTF-8'))],
    ['UTF-8 with a mark, whatever is declared', Buffer.from(`\ufeff${declared('ISO-8859-1')}`)],
    ['UTF-16 with a mark', Buffer.from(`\ufeff${declared('UTF-16')}`, 'utf16le')],
    ['UTF-16, the other way round', swapped(`\ufeff${declared('utf-16')}`)],
    ['UTF-16 without a mark', Buffer.from(declared('UTF-16'), 'utf16le')],
    ['UTF-16 by its declaration, UTF-8 in truth', Buffer.from(declared('utf-16'))],
    ['windows-1252', windows(declared('Windows-1252'))],
    ['ISO-8859-1 as it is mostly meant', windows(declared('ISO-8859-1'))],
  ])('%s', (_what, bytes) => {
    expect(titleIn(bytes)).toMatchObject({ bibliographicInfo: { title } });
  });

  test.each([
    ['above a declaration', 'utf-8', Buffer.from(declared('ISO-8859-1'))],
    ['without a declaration', 'iso-8859-1', windows(requested(loan()).replace('<title>Emma', `<title>${title}`))],
    ['of UTF-16 without a mark', 'utf-16', Buffer.from(declared('UTF-16'), 'utf16le')],
    ['below a mark', 'iso-8859-1', Buffer.from(`\ufeff${declared('UTF-8')}`)],
    ['that the bytes are not in, below the declaration', 'utf-8', windows(declared('Windows-1252'))],
    ['that nobody knows, below the declaration', 'klingon', windows(declared('Windows-1252'))],
    ['that is a server’s default, below a declaration that holds', 'iso-8859-1', Buffer.from(declared('UTF-8'))],
    ['that is right although UTF-8 is declared', 'windows-1252', windows(declared('UTF-8'))],
  ])('the charset of the Content-Type counts (RFC 7303): %s', (_what, charset, bytes) => {
    expect(titleIn(bytes, charset)).toMatchObject({ bibliographicInfo: { title } });
  });

  test('a sender without an encoding and without UTF-8 is guessed at, which is reported; so are letters lost in transit', () => {
    const undeclared = requested(loan()).replace('<title>Emma', `<title>${title}`);
    const guessed = readMessage(windows(undeclared));
    expect(guessed).toMatchObject({ mended: ['encoding'], message: { body: { bibliographicInfo: { title } } } });
    expect(readMessage(Buffer.from(undeclared.replace('ö', '\ufffd'))).mended).toEqual(['encoding']);
    expect(readMessage(Buffer.from(undeclared)).mended).toEqual([]);
  });

  test.each([
    ['text/xml; charset=ISO-8859-1', 'iso-8859-1'],
    ['application/xml;Charset="UTF-8"', 'utf-8'],
    ["application/xml; action=x; charset='utf-8'", 'utf-8'],
    ['application/xml', undefined],
    ['', undefined],
  ])('the charset of "%s"', (type, charset) => {
    expect(charsetOf(type)).toBe(charset);
  });

  test.each([
    ['bytes that are no UTF-8', windows(declared('UTF-8'))],
    ['an encoding that nobody knows', Buffer.from(declared('KLINGON'))],
  ])('%s are refused, not replaced', (_what, bytes) => {
    expect(titleIn(bytes)).toMatchObject({
      errors: [{ errorType: 'BadlyFormedMessage', errorValue: expect.stringContaining('encoding') }],
    });
  });
});

test('a sender with credentials inside a message is recognised even when another part is invalid', () => {
  const account = '<accountId>bodo</accountId><securityCode>s</securityCode>';
  const signed = `<requestingAgencyAuthentication>${account}</requestingAgencyAuthentication></header>`;
  const xml = requested(
    '<serviceInfo><serviceType>Gift</serviceType></serviceInfo>',
    '',
    header.replace('</header>', signed),
  );
  expect(read(xml)).toMatchObject({
    errors: [{ errorValue: 'request/serviceInfo/serviceType: Gift' }],
    correlation: { authentication: { accountId: 'bodo', securityCode: 's' } },
  });
});
