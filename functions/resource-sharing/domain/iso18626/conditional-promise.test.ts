import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { type Dialect, readMessage } from '../../../../layers/protocols/iso18626/read-message.ts';
import type { MessageOf } from '../../../../layers/protocols/iso18626/schemas.ts';
import { writeMessage } from '../../../../layers/protocols/iso18626/write-message.ts';
import { aLoanRequest, context, minutesLater } from '../../../../test/builders/loan-request.ts';
import { describeWithRealData } from '../../../../test/builders/real-data.ts';
import { faultsBySchema } from '../../../../test/builders/valid-xml.ts';
import type { Terms } from '../messages/message.ts';
import { receive } from '../messages/receive.ts';
import { partnersSide } from '../messages/retried-request.ts';
import type { LoanRequest } from '../requests/request.ts';
import { type Acted, act } from '../workflow/act.ts';
import { requestFromIso } from './request-from-iso.ts';
import { meaningOfRequesterMessage } from './requester-from-iso.ts';
import { statusReport } from './status-report.ts';
import { meaningOfSupplierMessage } from './supplier-from-iso.ts';
import { toIso } from './to-iso.ts';

type SupplierMessage = MessageOf<'supplyingAgencyMessage'>;

const askId = 'ask-1';
const at = minutesLater(3);
const MARK = '#ReShareAddLoanCondition#';
const usual = { ours: 'ISIL:SUP1', theirs: 'ISIL:REQ' };
const reShare = { ...usual, promisesConditions: true as const };
const asked = () => aLoanRequest().askedByPartner().withRota('birch').asked();

const acted = (result: ReturnType<typeof act>): Acted => {
  if ('refused' in result) throw new Error(JSON.stringify(result.refused));
  return result;
};
const offers = (request: LoanRequest, terms: Terms, note?: string): Acted => {
  const info = { reason: 'MustMeetLoanCondition', terms, ...(note !== undefined && { note }) };
  return acted(act(request, 'offer-terms', context({ side: 'supplier', askId, at, ...info })));
};
const writtenIn = (dialect: Dialect, { request, outgoing }: Acted, ends = reShare): string[] =>
  outgoing.map((message) => writeMessage(toIso(message, request, ends, at), dialect));
const readBack = (xml: string | undefined): SupplierMessage => {
  const read = readMessage(Buffer.from(xml ?? ''));
  if (!('message' in read) || read.message.kind !== 'supplyingAgencyMessage') throw new Error('unreadable');
  return read.message.body;
};

const saved: Terms = { conditions: ['LibraryUseOnly', 'NoReproduction'], cost: { amount: 900, currency: 'USD' } };

describe.each(['1.2', '2021'] as const)('conditions as a promise, in %s', (dialect) => {
  test('are WillSupply with the mark of ReShare, first as an answer, later as a notification, and are read as conditions', () => {
    const first = offers(asked().build(), saved, 'In the reading room');
    const later = offers(asked().promised().build(), saved);
    const [answer, notice] = [first, later].map((terms) => readBack(writtenIn(dialect, terms)[0]));
    expect(answer).toMatchObject({
      messageInfo: { reasonForMessage: 'RequestResponse', note: expect.stringMatching(`^${MARK} In the reading room`) },
      statusInfo: { status: 'WillSupply' },
      deliveryInfo: { loanCondition: expect.arrayContaining([{ value: 'LibraryUseOnly' }]) },
      retryInfo: { offeredCosts: [{ currencyCode: { value: 'USD' }, monetaryValue: '9.00' }] },
    });
    expect(notice).toMatchObject({
      messageInfo: { reasonForMessage: 'Notification', note: expect.stringMatching(`^${MARK}`) },
      statusInfo: { status: 'WillSupply' },
    });
    expect([answer, notice].map((body) => body?.messageInfo.reasonRetry)).toEqual([undefined, undefined]);
    for (const body of [answer, notice])
      expect(body && meaningOfSupplierMessage(body)).toMatchObject({
        name: 'ConditionsSet',
        particulars: { terms: saved },
      });
  });

  test('a price alone has the code by which ReShare recognises a condition', () => {
    const [xml] = writtenIn(dialect, offers(asked().build(), { cost: { amount: 900, currency: 'USD' } }));
    const body = readBack(xml);
    expect(body.deliveryInfo?.loanCondition).toEqual([{ value: 'other' }]);
    expect(meaningOfSupplierMessage(body)).toMatchObject({
      name: 'ConditionsSet',
      particulars: { terms: { cost: { amount: 900, currency: 'USD' } } },
    });
  });

  test.each<Terms>([
    { cost: { amount: 900, currency: 'USD' }, retryAfter: minutesLater(999) },
    { conditions: ['LibraryUseOnly'], volumes: ['1'] },
    { editions: ['3rd'] },
  ])('a status that asks for a retry remains one: %j', (terms) => {
    const [xml] = writtenIn(dialect, offers(asked().build(), terms));
    expect(readBack(xml).statusInfo.status).toBe('RetryPossible');
    expect(xml).not.toContain(MARK);
  });

  test('a partner that receives them by a retry never sees the mark', () => {
    const [xml] = writtenIn(dialect, offers(asked().build(), saved), usual as typeof reShare);
    expect(readBack(xml)).toMatchObject({ statusInfo: { status: 'RetryPossible' }, messageInfo: { reasonRetry: {} } });
    expect(xml).not.toContain(MARK);
  });
});

test('until it has agreed, only those terms are promised: a status request is answered with ExpectToSupply', () => {
  const { request } = offers(asked().build(), saved);
  const statusOf = (about: LoanRequest, ends: typeof usual) => {
    const report = about.asks[0] && statusReport(about, about.asks[0], ends, at);
    return report?.kind === 'supplyingAgencyMessage' && report.body.statusInfo.status;
  };
  expect([statusOf(request, reShare), statusOf(request, usual)]).toEqual(['ExpectToSupply', 'RetryPossible']);
  const agreed = acted(receive(request, { name: 'ConditionsAgreed', askId }, context({ at })));
  expect(statusOf(agreed.request, reShare)).toBe('WillSupply');
});

const says = (note: string, status = 'WillSupply', reason = 'Notification'): SupplierMessage =>
  ({
    header: {} as SupplierMessage['header'],
    messageInfo: { reasonForMessage: reason, note },
    statusInfo: { status, lastChange: at },
  }) as SupplierMessage;

test.each(['WillSupply', 'ExpectToSupply', 'RequestReceived'])(
  'a supplier that sets conditions by text only has set them (%s); any other text does not',
  (status) => {
    expect(meaningOfSupplierMessage(says(`#seq:4#${MARK} Handle with gloves`, status))).toEqual({
      name: 'ConditionsSet',
      particulars: { note: 'Handle with gloves' },
    });
    const plain = meaningOfSupplierMessage(says('Handle with gloves', status));
    expect('name' in plain && plain.name).not.toBe('ConditionsSet');
  },
);

test('the mark has no effect once the item is shipped', () => {
  const received = meaningOfSupplierMessage(says(`${MARK} Handle with gloves`, 'Loaned'));
  expect('name' in received && received.name).toBe('Loaned');
});

test('successive conditions must all be agreed to', () => {
  const one = aLoanRequest().askingOutside().withRota('prt_1').asked();
  const both = one
    .message('ConditionsSet', { terms: { conditions: ['LibraryUseOnly'], cost: { amount: 900, currency: 'USD' } } })
    .message('ConditionsSet', { terms: { conditions: ['NoReproduction'] } })
    .build();
  expect(both).toMatchObject({ state: 'conditions-set', asks: [{ offer: saved }] });
  const agreed = acted(act(both, 'agree-terms', context({ at })));
  expect(agreed.request).toMatchObject({ state: 'will-supply', terms: saved });
  const [answer] = agreed.outgoing.map((message) => toIso(message, agreed.request, usual, at));
  if (answer?.kind !== 'requestingAgencyMessage') throw new Error('It is told nothing.');
  expect(answer.body.note).toMatch(/^#ReShareLoanConditionAgreeResponse#/);
  expect(meaningOfRequesterMessage(answer.body)).toMatchObject({ name: 'ConditionsAgreed' });
});

describeWithRealData('a captured request of a peer that agrees by notification', (folder) => {
  const captured = (file: string) => {
    const read = readMessage(readFileSync(join(folder, 'ill', 'messages', `direct__d-retry-cond.requester-${file}`)));
    if (!('message' in read)) throw new Error(file);
    return read.message;
  };
  const placed = (): LoanRequest => {
    const message = captured('00-incoming-request-request.xml');
    if (message.kind !== 'request') throw new Error('It begins with no request.');
    const request = requestFromIso(message.body);
    return { ...asked().build(), citation: request.citation, partner: partnersSide(request) };
  };
  /** Returns the captured supplier's terms offered by a retry. */
  const offered = (): Terms => {
    const message = captured('04-incoming-request-supplyingAgencyMessage.xml');
    const meaning = message.kind === 'supplyingAgencyMessage' ? meaningOfSupplierMessage(message.body) : undefined;
    if (!meaning || !('name' in meaning)) throw new Error('It offers nothing.');
    return { conditions: ['LibraryUseOnly'], ...meaning.particulars.terms };
  };
  const answeredBy = (request: LoanRequest, action: 'Notification' | 'Cancel', note?: string): Acted => {
    const meaning = meaningOfRequesterMessage({ header: {} as never, action, note });
    if (!('name' in meaning)) throw new Error('It says nothing.');
    return acted(
      receive(request, { name: meaning.name, askId, ...meaning.particulars }, context({ at: minutesLater(4) })),
    );
  };

  test('its agreement is a notification with the mark and leads to shipping; its refusal is an accepted cancellation', () => {
    const { request } = offers(placed(), offered());
    const agreed = answeredBy(request, 'Notification', '#ReShareLoanConditionAgreeResponse#');
    expect(agreed).toMatchObject({
      request: { state: 'will-supply', asks: [{ supplierState: 'will-supply', offer: { agreed: true } }] },
      outgoing: [],
    });
    const refused = answeredBy(request, 'Cancel', 'Not in the reading room');
    expect(refused).toMatchObject({
      request: { state: 'cancelled', asks: [{ supplierState: 'cancelled' }] },
      outgoing: [{ name: 'CancelAccepted' }],
    });
  });

  test.each([
    ['1.2', 'ISO-18626-v1_2.xsd'],
    ['2021', 'ISO-18626-2021-2.xsd'],
  ] as const)('the offers it receives are valid in %s', (dialect, schema) => {
    const all = [
      ...writtenIn(dialect, offers(placed(), offered())),
      ...writtenIn(dialect, offers(placed(), saved, 'With gloves')),
      ...writtenIn(dialect, offers(asked().promised().build(), { cost: { amount: 0, currency: 'JPY' } })),
    ];
    expect(all).toHaveLength(3);
    expect(faultsBySchema(join(folder, 'ill', schema), all)).toEqual([]);
  });
});
