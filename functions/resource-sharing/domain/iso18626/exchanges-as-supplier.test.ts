import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { readMessage } from '../../../../layers/protocols/iso18626/read-message.ts';
import type { IsoMessage, MessageOf } from '../../../../layers/protocols/iso18626/schemas.ts';
import { writeMessage } from '../../../../layers/protocols/iso18626/write-message.ts';
import { aLoanRequest, context, minutesLater, SHIPMENT } from '../../../../test/builders/loan-request.ts';
import { describeWithRealData } from '../../../../test/builders/real-data.ts';
import { receive } from '../messages/receive.ts';
import { partnersSide } from '../messages/retried-request.ts';
import type { LoanRequest } from '../requests/request.ts';
import { type Acted, type ActResult, act } from '../workflow/act.ts';
import type { TriggerContext } from '../workflow/context.ts';
import type { Trigger } from '../workflow/triggers.ts';
import { requestFromIso } from './request-from-iso.ts';
import { meaningOfRequesterMessage } from './requester-from-iso.ts';
import { meaningOfSupplierMessage } from './supplier-from-iso.ts';
import { toIso } from './to-iso.ts';

const askId = 'ask-1';
const ends = { ours: 'ISIL:SUP1', theirs: 'ISIL:REQ' };
type SupplierMessage = MessageOf<'supplyingAgencyMessage'>;

/** The steps of our staff (or the clock) where the captured supplier sent this. */
const deeds: Readonly<Record<string, Trigger>> = {
  ...{
    WillSupply: 'accept',
    Loaned: 'ship',
    Renewed: 'accept-renewal',
    Unfilled: 'decline',
    TermsOffered: 'offer-terms',
  },
  ...{ CopySupplied: 'supply-copy', Overdue: 'due-passed', Recalled: 'recall', LoanCompleted: 'check-in' },
  CancelAccepted: 'accept-cancel',
};
const LATER = minutesLater(99_999);

const acted = (result: ActResult, about: unknown): Acted => {
  if ('refused' in result) throw new Error(`${JSON.stringify(about)}: ${JSON.stringify(result.refused)}`);
  return result;
};

const deed = (request: LoanRequest, message: SupplierMessage, at: string): Acted => {
  const meaning = meaningOfSupplierMessage(message);
  const trigger = 'name' in meaning ? deeds[meaning.name] : undefined;
  if (!('name' in meaning) || trigger === undefined) throw new Error(`Nobody does ${JSON.stringify(meaning)}`);
  const { reason, terms } = meaning.particulars;
  const due = trigger === 'due-passed' ? request.timers.supplier?.at : undefined;
  const more: Partial<TriggerContext> = { ...(reason && { reason }), ...(terms && { terms }) };
  const carried = {
    decline: { reason: 'NotHeld' },
    ship: SHIPMENT,
    'supply-copy': { documentId: 'doc-1' },
    'accept-renewal': { due: LATER },
  };
  const goods = trigger in carried ? carried[trigger as keyof typeof carried] : {};
  const about = context({ side: 'supplier', askId, at: due ?? at, ...more, ...goods });
  return acted(act(request, trigger, about), message.statusInfo);
};

/** Returns the fields in which both messages must agree: sender, recipient, request, reason and status. */
const core = ({ header, messageInfo, statusInfo, retryInfo }: SupplierMessage) => ({
  ids: [header.supplyingAgencyId, header.requestingAgencyId, header.requestingAgencyRequestId],
  reason: messageInfo.reasonForMessage,
  answer: messageInfo.answerYesNo,
  retry: messageInfo.reasonRetry?.value,
  costs: retryInfo?.offeredCosts?.map(({ monetaryValue }) => Number(monetaryValue)),
  status: statusInfo.status,
});

describeWithRealData('captured exchanges, with us as the supplier', (folder) => {
  const files = readdirSync(join(folder, 'ill', 'messages')).sort();
  const messageOf = (file: string): IsoMessage => {
    const read = readMessage(readFileSync(join(folder, 'ill', 'messages', file)));
    if (!('message' in read)) throw new Error(file);
    return read.message;
  };
  const exchangeOf = (exchange: string): IsoMessage[] =>
    files
      .filter((file) => file.startsWith(`direct__${exchange}.requester-`))
      .filter((file) => /-outgoing-request-|-incoming-request-supplying/.test(file))
      .map(messageOf);

  const placed = (message: IsoMessage | undefined): LoanRequest => {
    if (message?.kind !== 'request') throw new Error('It begins with no request.');
    const asked = requestFromIso(message.body);
    const request = aLoanRequest().askedByPartner().wanting(asked.service).withRota('birch').asked().build();
    return { ...request, citation: asked.citation, partner: partnersSide(asked) };
  };

  test.each([
    ['d-loaned', ['WillSupply', 'Loaned', 'LoanCompleted'], 'completed'],
    ['d-unfilled', ['Unfilled'], 'unfilled'],
    ['d-copy', ['CopyCompleted'], 'completed'],
    ['d-retry-cond', ['RetryPossible'], 'terms-offered'],
    ['d-retry-cost', ['RetryPossible'], 'terms-offered'],
    ['d-retry-onloan', ['RetryPossible'], 'terms-offered'],
    ['d-cancel', ['WillSupply', 'Cancelled'], 'cancelled'],
    ['d-renew', ['Loaned', 'Overdue', 'Loaned', 'LoanCompleted'], 'completed'],
    ['d-recall', ['Loaned', 'Recalled', 'LoanCompleted'], 'completed'],
  ])('%s: we send %j like the captured supplier', (exchange, statuses, state) => {
    const [first, ...rest] = exchangeOf(exchange);
    let request = placed(first);
    const sent: string[] = [];
    rest.forEach((message, i) => {
      const at = minutesLater(2 + i);
      if (message.kind === 'requestingAgencyMessage') {
        const meaning = meaningOfRequesterMessage(message.body);
        if (!('name' in meaning)) throw new Error(`It says nothing: ${message.body.action}`);
        const result = receive(request, { name: meaning.name, askId, ...meaning.particulars }, context({ at }));
        request = acted(result, message.body.action).request;
      } else if (message.kind === 'supplyingAgencyMessage') {
        const done = deed(request, message.body, at);
        request = done.request;
        expect(done.outgoing).toHaveLength(1);
        const [ours] = done.outgoing.map((one) => toIso(one, request, ends, at));
        // Parsed again as a peer of 1.2 receives it.
        const read = ours && readMessage(Buffer.from(writeMessage(ours, '1.2')));
        if (!read || !('message' in read) || read.message.kind !== 'supplyingAgencyMessage')
          throw new Error('unreadable');
        expect(core(read.message.body)).toEqual(core(message.body));
        sent.push(read.message.body.statusInfo.status);
      }
    });
    expect([sent, request.asks[0]?.supplierState]).toEqual([statuses, state]);
  });

  test('our own request contains what the captured one does and nothing else of its kind: it is not a PatronRequest', () => {
    const [captured] = exchangeOf('d-loaned');
    if (captured?.kind !== 'request') throw new Error('It begins with no request.');
    const { citation } = requestFromIso(captured.body);
    const request = { ...aLoanRequest().askingOutside().withRota('prt_1').asked().build(), citation };
    const outgoing = { name: 'Request', requestId: request.requestId, askId, from: 'requester', sequence: 1 } as const;
    const theirs = { ours: 'ISIL:REQ', theirs: 'ISIL:SUP1', deliverTo: ['1 Main St', 'Town'], patronPseudonym: 'p0' };
    const written = toIso({ ...outgoing, at: minutesLater(1) }, request, theirs, minutesLater(1));
    const read = readMessage(Buffer.from(writeMessage(written, '1.2')));
    if (!('message' in read) || read.message.kind !== 'request') throw new Error('unreadable');
    const { header, serviceInfo, bibliographicInfo, requestedDeliveryInfo } = read.message.body;
    const { serviceLevel: _level, ...service } = serviceInfo;
    expect(service).toEqual(captured.body.serviceInfo);
    const { supplierUniqueRecordId: _number, ...wanted } = captured.body.bibliographicInfo;
    expect(bibliographicInfo).toEqual(wanted);
    expect({ ...header, timestamp: '', requestingAgencyRequestId: '' }).toEqual({
      ...captured.body.header,
      ...{ timestamp: '', requestingAgencyRequestId: '' },
    });
    expect(requestedDeliveryInfo).toMatchObject([
      { sortOrder: '1', address: { physicalAddress: { line1: '1 Main St', locality: 'Town' } } },
    ]);
  });
});
