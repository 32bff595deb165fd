import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describeWithRealData } from '../../../test/builders/real-data.ts';
import { faultsBySchema } from '../../../test/builders/valid-xml.ts';
import { confirmationOf, confirmedBy } from './confirm-message.ts';
import { readMessage } from './read-message.ts';
import { writeMessage } from './write-message.ts';

const times = { receivedAt: '2026-11-24T10:00:00.000Z', at: '2026-11-24T10:00:01.000Z' };
const wrapped = (inner: string): Buffer =>
  Buffer.from(
    `<ISO18626Message xmlns:i="http://illtransactions.org/2013/iso18626" i:version="1.2">${inner}</ISO18626Message>`,
  );
const header = `<header>
  <supplyingAgencyId><agencyIdType>ISIL</agencyIdType><agencyIdValue>SUP1</agencyIdValue></supplyingAgencyId>
  <requestingAgencyId><agencyIdType>ISIL</agencyIdType><agencyIdValue>REQ</agencyIdValue></requestingAgencyId>
  <timestamp>2026-11-24T09:59:59Z</timestamp><requestingAgencyRequestId>r-1</requestingAgencyRequestId></header>`;
const requested = (action: string) =>
  wrapped(`<requestingAgencyMessage>${header}<action>${action}</action></requestingAgencyMessage>`);
const agency = (agencyIdValue: string) => ({ agencyIdType: { value: 'ISIL' }, agencyIdValue });
const correlated = {
  supplyingAgencyId: agency('SUP1'),
  requestingAgencyId: agency('REQ'),
  requestingAgencyRequestId: 'r-1',
  timestamp: times.at,
  timestampReceived: times.receivedAt,
};

test('a message is confirmed by its own kind, with its ids', () => {
  expect(confirmationOf(readMessage(requested('Received')), times)).toEqual({
    kind: 'requestingAgencyMessageConfirmation',
    body: { confirmationHeader: { ...correlated, messageStatus: 'OK' }, action: 'Received' },
  });
});

test('a refused message is answered by an error of its kind', () => {
  const errors = [{ errorType: 'UnsupportedActionType' as const, errorValue: 'Renew' }];
  expect(confirmationOf(readMessage(requested('Renew')), times, errors)).toEqual({
    kind: 'requestingAgencyMessageConfirmation',
    body: { confirmationHeader: { ...correlated, messageStatus: 'ERROR' }, action: 'Renew', errorData: errors },
  });
});

test('an unreadable message is answered with the parts that could be read', () => {
  expect(confirmationOf(readMessage(requested('Dance')), times)).toEqual({
    kind: 'requestingAgencyMessageConfirmation',
    body: {
      confirmationHeader: { ...correlated, messageStatus: 'ERROR' },
      errorData: [{ errorType: 'UnsupportedActionType', errorValue: 'requestingAgencyMessage/action: Dance' }],
    },
  });
});

test.each([
  ['no XML', Buffer.from('hello')],
  ['a message nobody knows', wrapped('<patronMessage/>')],
  [
    'a confirmation out of the blue',
    Buffer.from(writeMessage(confirmationOf(readMessage(requested('Received')), times), '2021')),
  ],
])('%s is answered like a request, as badly formed', (_what, bytes) => {
  expect(confirmationOf(readMessage(bytes), times)).toMatchObject({
    kind: 'requestConfirmation',
    body: { confirmationHeader: { messageStatus: 'ERROR' }, errorData: [{ errorType: 'BadlyFormedMessage' }] },
  });
});

test('a partner’s confirmation means received or refused, or is invalid', () => {
  const ok = confirmationOf(readMessage(requested('Received')), times);
  const no = confirmationOf(readMessage(requested('Dance')), times);
  const read = (xml: string) => confirmedBy(readMessage(Buffer.from(xml)));
  expect(read(writeMessage(ok, '1.2'))).toBe('received');
  expect(read(writeMessage(no, '1.2'))).toMatchObject({ refused: [{ errorType: 'UnsupportedActionType' }] });
  expect(read('<html/>')).toBe('no-confirmation');
  expect(confirmedBy(readMessage(requested('Received')))).toBe('no-confirmation');
});

describeWithRealData('confirmations of captured messages', (folder) => {
  const ill = join(folder, 'ill');
  const captured = readdirSync(join(ill, 'messages')).map((file) => readFileSync(join(ill, 'messages', file)));
  const broken = [
    requested('Dance'),
    Buffer.from('hello'),
    wrapped('<request/>'),
    wrapped('<supplyingAgencyMessage/>'),
  ];

  test.each([
    ['1.2', 'ISO-18626-v1_2.xsd'],
    ['2021', 'ISO-18626-2021-2.xsd'],
  ] as const)('are valid in %s, whatever was sent', (dialect, schema) => {
    const answers = [...captured, ...broken].map((bytes) => confirmationOf(readMessage(bytes), times));
    const written = answers.map((answer) => writeMessage(answer, dialect));
    expect(faultsBySchema(join(ill, schema), written)).toEqual([]);
  });
});
