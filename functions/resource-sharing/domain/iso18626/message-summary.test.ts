import { messages } from '../../../../layers/protocols/iso18626/schemas.ts';
import { summaryOf, summaryOfIso } from './message-summary.ts';

const due = '2026-12-14T22:30:00.000Z';
const terms = { conditions: ['LibraryUseOnly'], cost: { amount: 3500, currency: 'USD' }, retryAfter: due };

test.each([
  [{ name: 'WillSupply', due }, 'Says it will supply, due 14 December 2026'],
  [{ name: 'Unfilled', reason: 'NotOnShelf' }, 'Cannot supply: NotOnShelf (the copy is not on its shelf)'],
  [{ name: 'Unfilled', reason: 'Duplicate' }, 'Cannot supply: Duplicate'],
  [{ name: 'Unfilled', reason: 'constructor' }, 'Cannot supply: constructor'],
  [{ name: 'Unfilled' }, 'Cannot supply'],
  [{ name: 'Loaned', due, barcode: '31234' }, 'Has shipped it (item 31234), due 14 December 2026'],
  [
    { name: 'TermsOffered', reason: 'CostExceedsMaxCost', terms },
    'Would supply it on other terms: CostExceedsMaxCost; conditions LibraryUseOnly; cost 35.00 USD; ask again after 14 December 2026',
  ],
  [{ name: 'CopySupplied', url: 'https://x.example/1' }, 'Has sent the copy (https://x.example/1)'],
  [{ name: 'Received', note: 'Thank you.\nAll well' }, 'Has received it. “Thank you. / All well”'],
] as const)('%j', (message, sentence) => {
  expect(summaryOf(message as Parameters<typeof summaryOf>[0])).toBe(sentence);
});

test('a date is in the reader’s format', () => {
  expect(summaryOf({ name: 'Renewed', due }, { timeZone: 'Europe/Berlin' })).toBe(
    'Lends it for longer, due 14 December 2026',
  );
  expect(summaryOf({ name: 'Renewed', due }, { timeZone: 'Asia/Tokyo' })).toBe(
    'Lends it for longer, due 15 December 2026',
  );
});

describe('a message of ISO 18626', () => {
  const agency = { agencyIdType: { value: 'ISIL' }, agencyIdValue: 'X' };
  const timestamp = '2026-11-24T10:00:00Z';
  const header = { supplyingAgencyId: agency, requestingAgencyId: agency, timestamp, requestingAgencyRequestId: 'r' };
  const supplied = (reasonForMessage: string, status: string, note?: string) => ({
    kind: 'supplyingAgencyMessage' as const,
    body: messages.supplyingAgencyMessage.parse({
      header,
      messageInfo: { reasonForMessage, ...(note !== undefined && { note }) },
      statusInfo: { status, lastChange: timestamp },
    }),
  });
  const requested = (action: string, note?: string) => ({
    kind: 'requestingAgencyMessage' as const,
    body: messages.requestingAgencyMessage.parse({ header, action, ...(note !== undefined && { note }) }),
  });

  test.each([
    [supplied('StatusChange', 'LoanCompleted'), 'Has it back'],
    [supplied('RequestResponse', 'RequestReceived'), 'Has received the request'],
    [supplied('Notification', 'Loaned', 'It is fragile.'), 'Writes. “It is fragile.”'],
    [requested('StatusRequest'), 'Asks how the request stands'],
    [requested('Notification', 'Any news?'), 'Writes. “Any news?”'],
  ])('%#', (message, sentence) => {
    expect(summaryOfIso(message)).toBe(sentence);
  });

  test('a request shows what is wanted, by when, and for how much', () => {
    const body = messages.request.parse({
      header,
      bibliographicInfo: { title: 'Emma' },
      serviceInfo: { serviceType: 'Loan', serviceLevel: { value: 'Rush' }, needBeforeDate: due },
      billingInfo: { maximumCosts: { currencyCode: { value: 'EUR' }, monetaryValue: '20' } },
    });
    expect(summaryOfIso({ kind: 'request', body })).toBe(
      'Asks for a loan of “Emma”, needed by 14 December 2026, at most 20.00 EUR, rush',
    );
  });

  test('a confirmation shows whether the message was accepted', () => {
    const confirmation = (messageStatus: 'OK' | 'ERROR') => ({
      kind: 'requestConfirmation' as const,
      body: {
        confirmationHeader: { timestamp, timestampReceived: timestamp, messageStatus },
        ...(messageStatus === 'ERROR' && {
          errorData: [{ errorType: 'UnrecognisedDataValue' as const, errorValue: 'no' }],
        }),
      },
    });
    expect(summaryOfIso(confirmation('OK'))).toBe('Confirms that the message arrived');
    expect(summaryOfIso(confirmation('ERROR'))).toBe('Refuses the message: UnrecognisedDataValue (no)');
  });
});
