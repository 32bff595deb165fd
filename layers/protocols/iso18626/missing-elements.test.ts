import { readMessage } from './read-message.ts';

const NAMESPACE = 'http://illtransactions.org/2013/iso18626';
const agency = (name: string, value: string): string =>
  `<${name}><agencyIdType>ISIL</agencyIdType><agencyIdValue>${value}</agencyIdValue></${name}>`;
const header = `<header>${agency('supplyingAgencyId', 'SUP1')}${agency('requestingAgencyId', 'REQ')}
  <timestamp>2026-11-24T10:00:00Z</timestamp><requestingAgencyRequestId>r-1</requestingAgencyRequestId></header>`;
const wrapped = (inner: string): string =>
  `<ISO18626Message xmlns="${NAMESPACE}" xmlns:i="${NAMESPACE}" i:version="1.2">${inner}</ISO18626Message>`;
const loan = '<serviceInfo><serviceType>Loan</serviceType></serviceInfo>';

describe('a missing element is filled in where only one value is possible, and is reported', () => {
  const receivedAt = '2026-11-24T11:00:00.000Z';
  const at = (xml: string) => readMessage(Buffer.from(xml), { receivedAt });
  const info = (more: string) => `<messageInfo>${more}</messageInfo>`;
  const status = (code: string) => `<statusInfo>${code && `<status>${code}</status>`}</statusInfo>`;
  const supplier = (inside: string, head = header) =>
    wrapped(`<supplyingAgencyMessage>${head}${inside}</supplyingAgencyMessage>`);

  test.each(['yesterday', '', '0000-00-00T00:00:00Z', '11/24/2026 10:00 AM'])(
    'a message with the time "%s" gets the time of its receipt',
    (written) => {
      const head = header.replace('2026-11-24T10:00:00Z', written);
      const read = at(supplier(info('<reasonForMessage>StatusChange</reasonForMessage>') + status('Loaned'), head));
      expect(read).toMatchObject({
        mended: expect.arrayContaining(['supplyingAgencyMessage/header/timestamp']),
        message: { body: { header: { timestamp: receivedAt }, statusInfo: { lastChange: receivedAt } } },
      });
    },
  );

  test('a request without bibliographicInfo has an unknown title', () => {
    const xml = wrapped(`<request>${header}${loan}</request>`);
    expect(at(xml)).toMatchObject({
      mended: ['request/bibliographicInfo'],
      message: { body: { bibliographicInfo: {}, serviceInfo: { serviceType: 'Loan' } } },
    });
  });

  test.each([
    ['no reason', status('Loaned'), { reasonForMessage: 'StatusChange' }],
    ['no messageInfo', info('<note>Soon</note>') + status('WillSupply'), { reasonForMessage: 'StatusChange' }],
    [
      'a yes to no question',
      info('<answerYesNo>Y</answerYesNo>') + status('Cancelled'),
      { reasonForMessage: 'CancelResponse' },
    ],
    ['a yes of a loan', info('<answerYesNo>Y</answerYesNo>') + status('Loaned'), { reasonForMessage: 'RenewResponse' }],
    ['words only', info('<note>Soon</note>'), { reasonForMessage: 'Notification', note: 'Soon' }],
  ])('%s: the reason for a message follows from its content', (_what, inside, messageInfo) => {
    const read = at(supplier(inside));
    expect(read).toMatchObject({ message: { body: { messageInfo } } });
    expect(read.mended).toContain('supplyingAgencyMessage/messageInfo/reasonForMessage');
  });

  test.each([
    ['Notification', '<note>Soon</note>', 'RequestReceived'],
    ['CancelResponse', '<answerYesNo>y</answerYesNo>', 'Cancelled'],
    ['CancelResponse', '<answerYesNo>N</answerYesNo>', 'WillSupply'],
    ['RenewResponse', '<answerYesNo>N</answerYesNo>', 'Loaned'],
  ])('a %s without a status is read by what it answers', (reason, more, expected) => {
    const read = at(supplier(info(`<reasonForMessage>${reason}</reasonForMessage>${more}`)));
    expect(read).toMatchObject({
      message: { body: { statusInfo: { status: expected, lastChange: '2026-11-24T10:00:00Z' } } },
    });
  });

  test('a note of a requester without an action is a notification', () => {
    const xml = wrapped(`<requestingAgencyMessage>${header}<note>Any news?</note></requestingAgencyMessage>`);
    expect(at(xml)).toMatchObject({ message: { body: { action: 'Notification', note: 'Any news?' } } });
  });

  test('the addressee and the sender may be missing from a message; a symbol may have no type', () => {
    const bare = header.replace(
      /<supplyingAgencyId>.*<\/supplyingAgencyId>/s,
      '<supplyingAgencyId>US-X</supplyingAgencyId>',
    );
    const xml = wrapped(`<requestingAgencyMessage>${bare}<action>Received</action></requestingAgencyMessage>`);
    expect(at(xml)).toMatchObject({ message: { body: { header: { supplyingAgencyId: { agencyIdValue: 'US-X' } } } } });
    expect(at(xml.replace('<supplyingAgencyId>US-X</supplyingAgencyId>', ''))).toMatchObject({
      mended: expect.arrayContaining(['requestingAgencyMessage/header/supplyingAgencyId/agencyIdValue']),
      message: { body: { header: { supplyingAgencyId: { agencyIdValue: '' } } } },
    });
  });

  test.each([
    [
      'nothing that says where it stands',
      supplier(info('<reasonForMessage>StatusChange</reasonForMessage>')),
      'BadlyFormedMessage',
      'supplyingAgencyMessage/statusInfo is missing',
    ],
    [
      'neither reason nor status nor words',
      supplier(''),
      'BadlyFormedMessage',
      'supplyingAgencyMessage/messageInfo is missing',
    ],
    [
      'a reason that the standard does not know',
      supplier(info('<reasonForMessage>Gossip</reasonForMessage>') + status('Loaned')),
      'UnsupportedReasonForMessageType',
      'supplyingAgencyMessage/messageInfo/reasonForMessage: Gossip',
    ],
    [
      'an action that the standard does not know',
      wrapped(`<requestingAgencyMessage>${header}<action>Dance</action></requestingAgencyMessage>`),
      'UnsupportedActionType',
      'requestingAgencyMessage/action: Dance',
    ],
    [
      'a message about a request of no number',
      wrapped(
        `<requestingAgencyMessage>${header.replace('r-1', '')}<action>Received</action></requestingAgencyMessage>`,
      ),
      'UnrecognisedDataValue',
      'requestingAgencyMessage/header/requestingAgencyRequestId is empty',
    ],
  ])('%s is an error: it cannot be processed', (_what, xml, errorType, errorValue) => {
    const read = at(xml);
    expect('errors' in read && read.errors[0]).toMatchObject({ errorType, errorValue });
  });
});
