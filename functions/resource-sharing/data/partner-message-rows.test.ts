import { type IsoMessage, messages } from '../../../layers/protocols/iso18626/schemas.ts';
import { writeMessage } from '../../../layers/protocols/iso18626/write-message.ts';
import { withoutAddress } from './partner-message-rows.ts';

const agency = { agencyIdType: { value: 'ISIL' }, agencyIdValue: 'X' };
const url = 'https://copies.example/1';
const copy = (delivery: object): IsoMessage => ({
  kind: 'supplyingAgencyMessage',
  body: messages.supplyingAgencyMessage.parse({
    header: {
      ...{ supplyingAgencyId: agency, requestingAgencyId: agency, requestingAgencyRequestId: 'r' },
      timestamp: '2026-11-24T10:00:00Z',
    },
    messageInfo: { reasonForMessage: 'StatusChange' },
    statusInfo: { status: 'CopyCompleted', lastChange: '2026-11-24T10:00:00Z' },
    deliveryInfo: { dateSent: '2026-11-24T10:00:00Z', ...delivery },
  }),
});

test('the address of a copy is read from the item id for partners of 1.2, and from the URL for those of 2021', () => {
  const message = copy({ URL: url, deliveryMethod: { value: 'URL' } });
  expect(writeMessage(message, '1.2')).toContain(`<itemId>${url}</itemId><sentVia>URL</sentVia>`);
  expect(writeMessage(message, '2021')).toContain(`<URL>${url}</URL>`);
  expect(writeMessage(message, '2021')).not.toContain('<itemId>');
});

test('the address of a copy is not stored, in whichever element it is; an item’s number is stored', () => {
  for (const delivery of [{ URL: url }, { itemId: [url] }, { URL: url, itemId: ['31234', url] }])
    for (const dialect of ['1.2', '2021'] as const)
      expect(writeMessage(withoutAddress(copy(delivery)), dialect)).not.toContain(url);
  expect(withoutAddress(copy({ URL: url, itemId: ['31234', url] })).body).toMatchObject({
    deliveryInfo: { itemId: ['31234'] },
  });
});
