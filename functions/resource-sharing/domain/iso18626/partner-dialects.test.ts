import { DAMAGE_CLAIM } from '../../../../layers/protocols/iso18626/note-marks.ts';
import { messages } from '../../../../layers/protocols/iso18626/schemas.ts';
import { meaningOfRequesterMessage } from './requester-from-iso.ts';
import { meaningOfSupplierMessage } from './supplier-from-iso.ts';

const agency = { agencyIdType: { value: 'ISIL' }, agencyIdValue: 'SUP1' };
const header = {
  supplyingAgencyId: agency,
  requestingAgencyId: agency,
  timestamp: '2026-11-24T10:00:00Z',
  requestingAgencyRequestId: 'r-1',
};
const lastChange = '2026-11-24T10:00:00Z';

type More = { info?: object; status?: object; retry?: object; delivery?: object };
const supplied = (status: string, reason = 'StatusChange', { info, status: more, retry, delivery }: More = {}) =>
  meaningOfSupplierMessage(bodyOf(status, reason, { info, status: more, retry, delivery } as More), {
    due: '2026-12-01T00:00:00.000Z',
  });
const bodyOf = (status: string, reason: string, { info, status: more, retry, delivery }: More = {}) =>
  messages.supplyingAgencyMessage.parse({
    header,
    messageInfo: { reasonForMessage: reason, ...info },
    statusInfo: { status, lastChange, ...more },
    ...(retry && { retryInfo: retry }),
    ...(delivery && { deliveryInfo: { dateSent: lastChange, ...delivery } }),
  });
const code = (value: string) => ({ value });
const usd = (monetaryValue: string, currency = 'USD') => [{ currencyCode: code(currency), monetaryValue }];
const is = (name: string, particulars: object = {}) => ({ name, particulars });
const note = (text: string) => ({ info: { note: text } });

describe('messages of a supplier', () => {
  test.each([
    ['RequestReceived', { noted: 'request-received' }],
    ['ExpectToSupply', is('Expected')],
    ['WillSupply', is('WillSupply')],
    ['Loaned', is('Loaned')],
    ['Overdue', is('Overdue')],
    ['Recalled', is('Recalled')],
    ['RetryPossible', is('TermsOffered')],
    ['Unfilled', is('Unfilled')],
    ['HoldReturn', is('HoldReturn')],
    ['ReleaseHoldReturn', is('ReleaseHoldReturn')],
    ['CopyCompleted', is('CopySupplied')],
    ['LoanCompleted', is('LoanCompleted')],
    ['CompletedWithoutReturn', is('CompletedWithoutReturn')],
    ['Cancelled', is('CancelAccepted')],
  ])('%s means the same as an answer, a change and a report', (status, meaning) => {
    for (const reason of ['RequestResponse', 'StatusChange', 'StatusRequestResponse'])
      expect(supplied(status, reason)).toEqual(meaning);
  });

  test.each([
    ['HoldReturn', is('HoldReturn')],
    ['ReleaseHoldReturn', is('ReleaseHoldReturn')],
    ['ExpectToSupply', is('Expected')],
    ['WillSupply', { noted: 'text' }],
    ['Loaned', { name: 'Loaned', particulars: {}, repeated: true }],
    ['LoanCompleted', { name: 'LoanCompleted', particulars: {}, repeated: true }],
    ['CompletedWithoutReturn', { name: 'CompletedWithoutReturn', particulars: {}, repeated: true }],
    ['Cancelled', { noted: 'text' }],
    ['RetryPossible', { noted: 'text' }],
    ['Unfilled', is('GoesOn')],
  ])('a notification while %s', (status, meaning) => {
    expect(supplied(status, 'Notification')).toEqual(meaning);
  });

  test.each([
    ['Unfilled', 'Unfilled', is('GoesOn')],
    ['Cancelled', 'CancelAccepted', { noted: 'text' }],
    ['RetryPossible', 'TermsOffered', { noted: 'text' }],
  ])('a notification “%s” is the answer of a library that represents only itself', (status, name, ofBroker) => {
    const message = messages.supplyingAgencyMessage.parse({
      ...{ header, messageInfo: { reasonForMessage: 'Notification' } },
      statusInfo: { status, lastChange: header.timestamp },
    });
    expect(meaningOfSupplierMessage(message, { broker: false })).toEqual({ name, particulars: {}, repeated: true });
    expect(meaningOfSupplierMessage(message, { broker: true })).toEqual(ofBroker);
  });

  test('a broker’s report about one of its libraries is the refusal of that library; a change of status is final', () => {
    const body = (reason: string) => bodyOf('Unfilled', reason, { info: { reasonUnfilled: code('NotHeld') } });
    const of = (reason: string, behind: boolean) => meaningOfSupplierMessage(body(reason), { broker: true, behind });
    expect(of('RequestResponse', true)).toEqual(is('GoesOn', { reason: 'NotHeld' }));
    for (const last of [
      of('RequestResponse', false),
      of('StatusChange', true),
      meaningOfSupplierMessage(body('RequestResponse')),
    ])
      expect(last).toEqual(is('Unfilled', { reason: 'NotHeld' }));
  });

  test('a promise with conditions, in whichever element, requires agreement', () => {
    const condition = { loanCondition: [code('LibraryUseOnly')] };
    const bound = is('ConditionsSet', { terms: { conditions: ['LibraryUseOnly'] } });
    expect(supplied('WillSupply', 'RequestResponse', { delivery: condition })).toEqual(bound);
    expect(supplied('ExpectToSupply', 'RequestResponse', { retry: condition })).toEqual(bound);
    const reShare = supplied('WillSupply', 'Notification', {
      delivery: condition,
      ...note('#seq:3##ReShareAddLoanCondition# In the reading room'),
    });
    expect(reShare).toEqual(
      is('ConditionsSet', { terms: { conditions: ['LibraryUseOnly'] }, note: 'In the reading room' }),
    );
    expect(supplied('WillSupply', 'StatusChange', { retry: { offeredCosts: usd('12') } })).toEqual(
      is('ConditionsSet', { terms: { cost: { amount: 1200, currency: 'USD' } } }),
    );
  });

  test('terms for a retry: all that the supplier names, with off-list reasons unchanged', () => {
    const retry = {
      loanCondition: [code('NoReproduction'), code(' ')],
      edition: ['2nd', '3rd'],
      itemFormat: [code('PDF')],
      volume: ['4'],
      offeredCosts: usd('35'),
      retryAfter: '2026-12-01T01:00:00+01:00',
      retryBefore: '2026-12-31T00:00:00',
    };
    expect(
      supplied('RetryPossible', 'RequestResponse', {
        info: { reasonRetry: code('OurOwnReason'), note: 'Ask!' },
        retry,
      }),
    ).toEqual(
      is('TermsOffered', {
        reason: 'OurOwnReason',
        note: 'Ask!',
        terms: {
          conditions: ['NoReproduction'],
          cost: { amount: 3500, currency: 'USD' },
          retryAfter: '2026-12-01T00:00:00.000Z',
          retryBefore: '2026-12-31T00:00:00.000Z',
          editions: ['2nd', '3rd'],
          volumes: ['4'],
          formats: ['PDF'],
        },
      }),
    );
  });

  test.each([
    ['35', 'USD', 3500],
    ['12.5', 'EUR', 1250],
    ['.5', 'USD', 50],
    ['1200', 'JPY', 1200],
    ['1.5', 'KWD', 1500],
    ['0.001', 'USD', 1],
    ['7.', 'usd', 700],
    ['-3', 'USD', undefined],
    ['3', 'Dollars', undefined],
    ['999999999999999999', 'USD', undefined],
  ])('%s %s is %s in minor units', (value, currency, amount) => {
    const meaning = supplied('RetryPossible', 'RequestResponse', { retry: { offeredCosts: usd(value, currency) } });
    const cost = { amount, currency: currency.toUpperCase() };
    expect(meaning).toEqual(is('TermsOffered', amount === undefined ? {} : { terms: { cost } }));
  });

  test('the reason for being unable to supply is unchanged', () => {
    const unfilled = (reason: string) =>
      supplied('Unfilled', 'RequestResponse', { info: { reasonUnfilled: code(reason) } });
    expect(unfilled('Duplicate')).toEqual(is('Unfilled', { reason: 'Duplicate' }));
    expect(unfilled('x'.repeat(5000))).toEqual(is('Unfilled', { reason: 'x'.repeat(100) }));
  });

  test('an item has its barcode, its date and its terms', () => {
    const delivery = {
      itemId: ['31234', '31235'],
      loanCondition: [code('SignatureRequired')],
      deliveryCosts: usd('4.20'),
    };
    expect(supplied('Loaned', 'StatusChange', { delivery, status: { dueDate: '2026-12-24T00:00:00Z' } })).toEqual(
      is('Loaned', {
        itemId: '31234',
        barcode: '31234',
        due: '2026-12-24T00:00:00.000Z',
        terms: {
          conditions: ['SignatureRequired'],
          cost: { amount: 420, currency: 'USD' },
          volumes: ['31234', '31235'],
        },
      }),
    );
  });

  test.each([
    ['URL', { delivery: { URL: 'https://copies.example/a?b=1' } }],
    ['item id', { delivery: { itemId: ['https://copies.example/a?b=1'] } }],
    ['note', note('Your copy: https://copies.example/a?b=1.')],
  ])('a copy is downloaded from the %s', (_where, more) => {
    const meaning = supplied('CopyCompleted', 'RequestResponse', more);
    expect(meaning).toMatchObject(is('CopySupplied', { url: 'https://copies.example/a?b=1' }));
  });

  test.each(['javascript:alert(1)', 'file:///etc/passwd', 'http://', `https://x.example/${'a'.repeat(3000)}`])(
    'no copy is downloaded from %.40s',
    (URL) => {
      expect(supplied('CopyCompleted', 'RequestResponse', { delivery: { URL } })).toEqual(is('CopySupplied'));
    },
  );

  test.each([
    ['Y', 'Cancelled', is('CancelAccepted')],
    ['Y', 'WillSupply', is('CancelAccepted')],
    ['N', 'WillSupply', { ...is('CancelRefused'), promises: true }],
    [undefined, 'Cancelled', is('CancelAccepted')],
    [undefined, 'Unfilled', is('Unfilled')],
    [undefined, 'WillSupply', { ...is('CancelRefused'), promises: true }],
    ['N', 'Loaned', is('CancelRefused')],
    ['N', 'CopyCompleted', is('CopySupplied')],
  ])('the answer %s to a cancellation while %s', (answerYesNo, status, meaning) => {
    expect(supplied(status, 'CancelResponse', { info: answerYesNo && { answerYesNo } } as More)).toEqual(meaning);
  });

  test('an item may itself answer that it is too late to cancel (C80)', () => {
    const shipped = { info: { answerYesNo: 'N' }, delivery: { itemId: ['31234'] } };
    expect(supplied('Loaned', 'CancelResponse', shipped)).toEqual(is('Loaned', { itemId: '31234', barcode: '31234' }));
  });

  test.each([
    ['Y', 'Loaned', '2026-12-24T00:00:00.000Z', is('Renewed', { due: '2026-12-24T00:00:00.000Z' })],
    ['Y', 'Loaned', undefined, is('Renewed')],
    ['N', 'Loaned', undefined, is('RenewRefused')],
    [undefined, 'Loaned', '2026-12-24T00:00:00.000Z', is('Renewed', { due: '2026-12-24T00:00:00.000Z' })],
    [undefined, 'Loaned', '2026-12-01T00:00:00.000Z', is('RenewRefused')],
    [undefined, 'Overdue', undefined, is('RenewRefused')],
    [undefined, 'Recalled', '2026-12-24T00:00:00.000Z', is('RenewRefused')],
    [undefined, 'Loaned', undefined, { noted: 'answer-unclear' }],
  ])('the answer %s to a renewal while %s, due %s', (answerYesNo, status, dueDate, meaning) => {
    const more = { info: answerYesNo && { answerYesNo }, status: dueDate && { dueDate } } as More;
    expect(supplied(status, 'RenewResponse', more)).toEqual(meaning);
  });

  test('a claim for damage is a notification with costs that states it: for a returned item, or in our own sentence', () => {
    const claim = { info: { note: 'Came back damaged' }, delivery: { deliveryCosts: usd('15') } };
    expect(supplied('LoanCompleted', 'Notification', claim)).toEqual(
      is('DamageClaimed', { terms: { cost: { amount: 1500, currency: 'USD' } }, note: 'Came back damaged' }),
    );
    expect(supplied('Loaned', 'Notification', { ...claim, info: { note: DAMAGE_CLAIM } })).toMatchObject({
      name: 'DamageClaimed',
    });
    for (const status of ['Loaned', 'Overdue', 'Recalled'] as const)
      expect(supplied(status, 'Notification', { ...claim, info: { note: 'Cover damaged on arrival?' } })).toMatchObject(
        {
          ...{ name: status, repeated: true },
        },
      );
    expect(supplied('WillSupply', 'Notification', claim)).toMatchObject({ name: 'SupplierWrites' });
    expect(supplied('Loaned', 'Notification', note('Do not damage it'))).toMatchObject({
      name: 'Loaned',
      repeated: true,
    });
  });

  test('a value without a code in an edition is read from its line in the note', () => {
    expect(supplied('Loaned', 'Notification', note('For an exhibition.\nHoldReturn'))).toMatchObject({
      name: 'HoldReturn',
    });
    expect(supplied('LoanCompleted', 'Notification', note('A word on HoldReturn'))).toMatchObject({
      name: 'LoanCompleted',
    });
  });
});

describe('messages of a requester', () => {
  const meaningOf = (action: string, text?: string) =>
    meaningOfRequesterMessage(
      messages.requestingAgencyMessage.parse({ header, action, ...(text !== undefined && { note: text }) }),
    );

  test.each([
    ['Received', is('Received')],
    ['Cancel', is('Cancel')],
    ['Renew', is('Renew')],
    ['ShippedReturn', is('ShippedReturn')],
    ['HoldReturn', is('ReturnDelayed')],
    ['Lost', is('Lost')],
    ['StatusRequest', { asks: 'status' }],
    ['ShippedForward', { noted: 'shipped-forward' }],
    ['Notification', { noted: 'text' }],
  ])('%s', (action, meaning) => {
    expect(meaningOf(action)).toEqual(meaning);
  });

  test.each([
    ['#ReShareLoanConditionAgreeResponse#', 'ConditionsAgreed'],
    ['#seq:4##ReShareLoanConditionAgreeResponse# fine', 'ConditionsAgreed'],
    ['We pay.\nClaimAccepted', 'ClaimAccepted'],
    ['The damage is old.\nClaimDisputed', 'ClaimDisputed'],
    ['Looked everywhere.\nLost', 'Lost'],
    ['Stays here for now.\nHoldReturn', 'ReturnDelayed'],
  ])('a notification "%s" is %s', (text, name) => {
    expect(meaningOf('Notification', text)).toMatchObject({ name });
  });

  test.each([
    'We agreed on the phone to NOT take it at that price',
    'Yes, accepted',
    'We accept your claim',
    'We cannot accept the claim for damage, we dispute it',
    'REJECT',
    'It is not lost',
    'Any news?',
  ])('free text does not change the state: "%s"', (text) => {
    expect(meaningOf('Notification', text)).toEqual(is('RequesterWrites', { note: text }));
  });
});

test.each([
  [['31234'], '31234', undefined],
  [['31234', '31235'], '31234', ['31234', '31235']],
  [['multivol:vol. 1,QA76 .A1, b1', 'multivol:vol. 2,QA76,A2,b2'], 'b1', ['vol. 1 (b1)', 'vol. 2 (b2)']],
  [['multivol:vol. 1,QA76,b1'], 'b1', ['vol. 1 (b1)']],
  [['multivol:,,b1'], 'b1', undefined],
  [['multivol:nonsense'], 'multivol:nonsense', undefined],
])('of the items %j the loan has the barcode %s, and lists %j', (itemId, barcode, volumes) => {
  const meaning = meaningOfSupplierMessage(
    messages.supplyingAgencyMessage.parse({
      header,
      messageInfo: { reasonForMessage: 'StatusChange' },
      statusInfo: { status: 'Loaned', lastChange: header.timestamp },
      deliveryInfo: { dateSent: header.timestamp, itemId },
    }),
  );
  const terms = volumes && { terms: { volumes } };
  expect(meaning).toEqual({ name: 'Loaned', particulars: { itemId: barcode, barcode, ...terms } });
});

test.each([
  ['1234||', '1234', undefined],
  ['31|QA76|Emma', '31', undefined],
  ['31|QA76|Emma\n32||', '31', ['Emma (31)', '32']],
  ['3\\|1|QA\\\\76|Either\\|Or\n\n32|QA76|Emma', '3|1', ['Either|Or (3|1)', 'Emma (32)']],
])('items that CrossLink packs into its note are those of the loan, and not a note: %j', (lines, barcode, volumes) => {
  const packed = `Handle with care\n#MultipleItems#\n${lines}\n#MultipleItemsEnd#`;
  const terms = volumes && { terms: { volumes } };
  const lent = { itemId: barcode, barcode, ...terms };
  expect(supplied('Loaned', 'StatusChange', note(packed))).toEqual(is('Loaned', { ...lent, note: 'Handle with care' }));
  const alone = packed.slice(packed.indexOf('#'));
  // The delivery's own element names only the first: the note, which names more, takes precedence.
  const both = { ...note(alone), delivery: { itemId: [barcode] } };
  expect(supplied('Loaned', 'StatusChange', both)).toEqual(is('Loaned', lent));
});

test.each(['#MultipleItems#', '#MultipleItems#\n\n#MultipleItemsEnd#', '#MultipleItemsEnd# 1|2|3 #MultipleItems#'])(
  'an item block without items is empty: %j',
  (text) => {
    const meaning = supplied('Loaned', 'StatusChange', note(text));
    expect('particulars' in meaning && meaning.particulars.barcode).toBeUndefined();
  },
);

test('sequence numbers of ReShare alone are not a note', () => {
  const received = (text: string) =>
    meaningOfRequesterMessage(messages.requestingAgencyMessage.parse({ header, action: 'Notification', note: text }));
  expect(received('#lastSeq:-1##seq:4#')).toEqual({ noted: 'text' });
  expect(received('#seq:4#Any news? #5')).toEqual(is('RequesterWrites', { note: 'Any news? #5' }));
});
