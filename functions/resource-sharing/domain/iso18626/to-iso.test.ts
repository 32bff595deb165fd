import { join } from 'node:path';
import type { Citation } from '../../../../layers/kernel/citation/citation.ts';
import { type Dialect, readMessage } from '../../../../layers/protocols/iso18626/read-message.ts';
import type { IsoMessage } from '../../../../layers/protocols/iso18626/schemas.ts';
import { writeMessage } from '../../../../layers/protocols/iso18626/write-message.ts';
import { aLoanRequest, context, minutesLater, SHIPMENT } from '../../../../test/builders/loan-request.ts';
import { describeWithRealData } from '../../../../test/builders/real-data.ts';
import { faultsBySchema } from '../../../../test/builders/valid-xml.ts';
import type { Message } from '../messages/message.ts';
import type { LoanRequest } from '../requests/request.ts';
import { act } from '../workflow/act.ts';
import { MESSAGES, type MessageName } from '../workflow/triggers.ts';
import { requestFromIso } from './request-from-iso.ts';
import { meaningOfRequesterMessage } from './requester-from-iso.ts';
import { statusReport } from './status-report.ts';
import { meaningOfSupplierMessage } from './supplier-from-iso.ts';
import { toIso } from './to-iso.ts';
import type { Parties } from './writing.ts';

const citation: Citation = {
  ...{ kind: 'chapter', title: 'Emma', partTitle: 'Chapter 3', author: 'Austen, Jane', partAuthor: 'Austen, J.' },
  ...{ edition: '2nd', volume: '1', issue: '2', pages: '12-20', date: '1816', publisher: 'Murray', place: 'London' },
  ...{
    isbn: ['9780141439549'],
    issn: ['0028-0836'],
    oclc: '51234',
    lccn: '2002014558',
    doi: '10.1038/abc',
    pmid: '77',
  },
  ...{ series: 'Novels', source: 'concord' },
};
const ends: Parties = {
  ours: 'ISIL:US-CONCORD',
  theirs: 'ISIL:SUP1',
  name: 'Ash Library',
  deliverTo: ['Ash Library', '1 Main St', '2000 Town'],
  sendCopyTo: 'ill@ash.example',
  copyrightCompliance: 'CCG',
  patronPseudonym: 'P-0123456789ab',
  account: { accountId: 'concord', securityCode: 's' },
};
const at = minutesLater(3);
const offer = { conditions: ['LibraryUseOnly', 'NoReproduction'], cost: { amount: 3500, currency: 'USD' } };

const withCitation = (request: LoanRequest): LoanRequest => ({
  ...request,
  ...{ citation, service: 'copy-or-loan', needBy: minutesLater(9999), maxCost: { amount: 2000, currency: 'USD' } },
});
const outside = withCitation(
  aLoanRequest()
    .askingOutside()
    .withRota('prt_1')
    .asked()
    .message('TermsOffered', {
      reason: 'LoanCondition',
      terms: { ...offer, editions: ['3rd', '4th'], formats: ['PDF'] },
    })
    .build(),
);
const supplying = withCitation(aLoanRequest().askedByPartner().withRota('birch').asked().build());

const particulars: Partial<Record<MessageName, Partial<Message>>> = {
  Unfilled: { reason: 'NotOnShelf' },
  TermsOffered: {
    reason: 'CostExceedsMaxCost',
    terms: {
      ...offer,
      retryAfter: at,
      retryBefore: minutesLater(99),
      editions: ['3rd'],
      volumes: ['4'],
      formats: ['PDF'],
    },
  },
  ConditionsSet: { terms: { conditions: ['LibraryUseOnly'] } },
  Loaned: {
    ...SHIPMENT,
    itemId: SHIPMENT.barcode,
    terms: { conditions: ['LibraryUseOnly'], cost: { amount: 450, currency: 'USD' } },
  },
  CopySupplied: { url: 'https://copies.example/1?a=b&c=d', terms: { cost: { amount: 700, currency: 'JPY' } } },
  Renewed: { due: minutesLater(50_000) },
  RequesterWrites: { note: 'Is it on its way?' },
  SupplierWrites: { note: 'It is fragile.' },
  DamageClaimed: { terms: { cost: { amount: 1500, currency: 'KWD' } } },
};

const messageOf = (name: MessageName): Message => ({
  ...{ name, requestId: 'req-1', askId: 'ask-1', from: MESSAGES[name].from, sequence: 2, at },
  ...particulars[name],
});
const written = (name: MessageName): IsoMessage =>
  MESSAGES[name].from === 'requester'
    ? toIso(messageOf(name), outside, ends, at)
    : toIso(messageOf(name), supplying, ends, at);

// Only partners send these; our side never does.
const names = Object.keys(MESSAGES).filter(
  (name): name is MessageName => !['Expected', 'GoesOn', 'ConditionsSet'].includes(name),
);
const read = (name: MessageName, dialect: Dialect) => {
  const result = readMessage(Buffer.from(writeMessage(written(name), dialect)));
  if (!('message' in result)) throw new Error(JSON.stringify(result));
  return result.message;
};
const meaning = (message: IsoMessage) => {
  if (message.kind === 'supplyingAgencyMessage') return meaningOfSupplierMessage(message.body);
  if (message.kind === 'requestingAgencyMessage') return meaningOfRequesterMessage(message.body);
  throw new Error(message.kind);
};

describe.each(['1.2', '2021'] as const)('messages in %s', (dialect) => {
  test.each(names.filter((name) => name !== 'Request' && name !== 'Retry'))('%s is understood as such', (name) => {
    // ISO 18626 has one Cancel: only the note states that we have moved on.
    // What ISO 18626 has no code for is written as text, and read by a person.
    const understood = { Withdraw: 'Cancel', CostRefused: 'RequesterWrites' }[name as string] ?? name;
    const { note: readNote, ...carried } = (meaning(read(name, dialect)) as { particulars: Partial<Message> })
      .particulars;
    expect(meaning(read(name, dialect))).toMatchObject({ name: understood });
    const { note, ...other } = particulars[name] ?? {};
    if (note !== undefined) expect(readNote).toBe(note);
    expect(carried).toEqual(['Overdue', 'Recalled', 'RenewRefused'].includes(name) ? carried : other);
  });

  test('a request is understood, citation, terms, place and all', () => {
    const message = read('Request', dialect);
    expect(message.kind === 'request' && requestFromIso(message.body)).toEqual({
      requestId: 'req-1',
      requestType: 'New',
      subTypes: [],
      requestingAgency: 'ISIL:US-CONCORD',
      supplyingAgency: 'ISIL:SUP1',
      citation,
      service: 'copy-or-loan',
      serviceLevel: 'normal',
      needBy: minutesLater(9999),
      maxCost: { amount: 2000, currency: 'USD' },
      deliverTo: ['Ash Library', '1 Main St', '2000 Town'],
      sendCopyTo: 'ill@ash.example',
      copyrightCompliance: 'CCG',
    });
  });

  test('a retry names the request that it continues, and what was agreed', () => {
    const message = read('Retry', dialect);
    expect(message.kind === 'request' && requestFromIso(message.body)).toMatchObject({
      requestType: 'Retry',
      requestId: 'req-1',
      previousRequestId: 'req-1',
      conditions: offer.conditions,
      maxCost: offer.cost,
      citation: { edition: '3rd' },
    });
  });
});

test('C81 a retry asks for the chosen volume and edition of those offered, or for all volumes without a choice', () => {
  const offer = { editions: ['2nd', '3rd'], volumes: ['1', '2', '3'] };
  const retry = (chosen: object) => {
    const asks = outside.asks.map((ask) => ({ ...ask, offer: { ...ask.offer, ...offer } }));
    const citation = { kind: 'book' as const, title: 'The glass orchard', ...chosen };
    const text = writeMessage(toIso(messageOf('Retry'), { ...outside, asks, citation }, ends, at), '2021');
    return ['edition', 'volume'].map((name) => new RegExp(`<${name}>(.*?)</${name}>`, 's').exec(text)?.[1]).join(' ');
  };
  expect([retry({}), retry({ volume: '2', edition: '3rd' }), retry({ volume: '9' })]).toEqual([
    '2nd 1; 2; 3',
    '3rd 2',
    '2nd 1; 2; 3',
  ]);
});

test('no message of ours identifies the patron', () => {
  const all = names.map((name) => writeMessage(written(name), '2021')).join('');
  expect(outside.patron?.patronId).toBe('pat-1');
  expect(all).not.toContain('pat-1');
  expect(all.match(/P-0123456789ab/g)).toHaveLength(2);
});

test('a reply is sent as an answer, later messages as a change', () => {
  const reasonOf = (request: LoanRequest, trigger: 'accept' | 'ship' | 'decline') => {
    const more = trigger === 'decline' ? { reason: 'NotHeld' } : SHIPMENT;
    const result = act(request, trigger, context({ side: 'supplier', askId: 'ask-1', at, ...more }));
    if ('refused' in result) throw new Error(trigger);
    const [message] = result.outgoing.map((one) => toIso(one, result.request, ends, at));
    return message?.kind === 'supplyingAgencyMessage' && message.body.messageInfo.reasonForMessage;
  };
  expect(reasonOf(supplying, 'accept')).toBe('RequestResponse');
  expect(reasonOf(supplying, 'ship')).toBe('RequestResponse');
  const promised = aLoanRequest().askedByPartner().withRota('birch').asked().promised();
  expect(reasonOf(promised.build(), 'ship')).toBe('StatusChange');
  const offered = aLoanRequest().askedByPartner().withRota('birch').asked();
  const again = offered.then('supplier', 'offer-terms', { reason: 'OnLoan' }).message('Retry').build();
  expect(reasonOf(again, 'decline')).toBe('RequestResponse');
});

test('ids: ours as requester, the partner’s own as supplier', () => {
  expect(written('Received').body).toMatchObject({
    header: { requestingAgencyRequestId: 'req-1', requestingAgencyId: { agencyIdValue: 'US-CONCORD' } },
  });
  expect(written('WillSupply').body).toMatchObject({
    header: {
      requestingAgencyRequestId: 'their-7',
      supplyingAgencyRequestId: 'req-1',
      requestingAgencyId: { agencyIdType: { value: 'ISIL' }, agencyIdValue: 'REQ' },
      supplyingAgencyId: { agencyIdValue: 'US-CONCORD' },
    },
  });
});

test('our supplier answers a status request with its state', () => {
  const statusOf = (request: LoanRequest) => {
    const [ask] = request.asks;
    const report = ask && statusReport(request, ask, ends, at);
    return report?.kind === 'supplyingAgencyMessage' ? report.body.statusInfo : undefined;
  };
  const asked = aLoanRequest().askedByPartner().withRota('birch').wanting('copy-or-loan').asked();
  expect(statusOf(asked.build())).toMatchObject({ status: 'RequestReceived' });
  expect(statusOf(asked.shipped().build())).toMatchObject({ status: 'Loaned', dueDate: SHIPMENT.due });
  const copied = aLoanRequest().askedByPartner().withRota('birch').wanting('copy').asked();
  expect(statusOf(copied.then('supplier', 'supply-copy', { documentId: 'doc-1' }).build())).toMatchObject({
    status: 'CopyCompleted',
  });
});

test('a report repeats the reason and the terms of the answer, and what was sent', () => {
  const reportOf = (request: LoanRequest) => {
    const [ask] = request.asks;
    const report = ask && statusReport(request, ask, ends, at);
    return report?.kind === 'supplyingAgencyMessage' ? report.body : undefined;
  };
  const asked = () => aLoanRequest().askedByPartner().withRota('birch').asked();
  expect(reportOf(asked().declined().build())).toMatchObject({
    ...{ messageInfo: { reasonUnfilled: { value: 'NotOnShelf' } }, statusInfo: { status: 'Unfilled' } },
  });
  const terms = { conditions: ['LibraryUseOnly'], cost: { amount: 450, currency: 'EUR' } };
  const offered = asked().then('supplier', 'offer-terms', { reason: 'MustMeetLoanCondition', terms });
  const [offeredAsk] = offered.build().asks;
  expect(reportOf(offered.build())).toMatchObject({
    messageInfo: { reasonRetry: { value: 'MustMeetLoanCondition' } },
    retryInfo: { loanCondition: [{ value: 'LibraryUseOnly' }], offeredCosts: [{ monetaryValue: '4.50' }] },
  });
  expect(offeredAsk?.offer).toMatchObject(terms);
  expect(reportOf(asked().shipped().build())?.deliveryInfo).toEqual({
    ...{ dateSent: expect.any(String), itemId: [SHIPMENT.barcode] },
  });
  expect(reportOf(asked().build())).not.toHaveProperty('retryInfo');
});

test('an offer without an answer in time lapses by the policy, and the message states it', () => {
  const request = aLoanRequest()
    .askedByPartner()
    .withRota('birch')
    .asked()
    .then('supplier', 'offer-terms', { reason: 'MustMeetLoanCondition', terms: { conditions: ['LibraryUseOnly'] } })
    .build();
  const { askId = '', at: due = '' } = request.timers.supplier ?? {};
  const lapsed = act(request, 'terms-lapsed', context({ side: 'supplier', askId, at: due }));
  expect('outgoing' in lapsed && lapsed.outgoing).toMatchObject([{ name: 'Unfilled', reason: 'PolicyProblem' }]);
});

test('our supplier refuses an impossible request and reports the state; a released request stays released', () => {
  const answerTo = (request: LoanRequest, question: 'Cancel' | 'Renew') => {
    const [ask] = request.asks;
    const report = ask && statusReport(request, ask, ends, at, question);
    return report?.kind === 'supplyingAgencyMessage' ? report.body : undefined;
  };
  const asked = aLoanRequest().askedByPartner().withRota('birch').asked();
  expect(answerTo(asked.shipped().build(), 'Cancel')).toMatchObject({
    messageInfo: { reasonForMessage: 'CancelResponse', answerYesNo: 'N' },
    statusInfo: { status: 'Loaned', dueDate: SHIPMENT.due },
  });
  expect(answerTo(aLoanRequest().askedByPartner().withRota('birch').asked().build(), 'Renew')).toMatchObject({
    messageInfo: { reasonForMessage: 'RenewResponse', answerYesNo: 'N' },
    statusInfo: { status: 'RequestReceived' },
  });
  expect(answerTo(aLoanRequest().askedByPartner().asked().message('Cancel').build(), 'Cancel')).toMatchObject({
    messageInfo: { reasonForMessage: 'CancelResponse', answerYesNo: 'Y' },
    statusInfo: { status: 'Cancelled' },
  });
});

describeWithRealData('what is written, against the schemas', (folder) => {
  test.each([
    ['1.2', 'ISO-18626-v1_2.xsd'],
    ['2021', 'ISO-18626-2021-2.xsd'],
  ] as const)('every message is valid in %s', (dialect, schema) => {
    const report = supplying.asks.map((ask) => statusReport(supplying, ask, ends, at));
    const bare = toIso(messageOf('Request'), { ...outside, service: 'loan' }, { ours: 'X', theirs: 'ISIL:Y' }, at);
    const all = [...names.map(written), ...report, bare].map((message) => writeMessage(message, dialect));
    expect(faultsBySchema(join(folder, 'ill', schema), all)).toEqual([]);
  });
});
