import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { confirmedBy } from '../../../../layers/protocols/iso18626/confirm-message.ts';
import { readMessage } from '../../../../layers/protocols/iso18626/read-message.ts';
import type { IsoMessage } from '../../../../layers/protocols/iso18626/schemas.ts';
import { aLoanRequest, context, minutesLater, PARTNER } from '../../../../test/builders/loan-request.ts';
import { describeWithRealData } from '../../../../test/builders/real-data.ts';
import { receive } from '../messages/receive.ts';
import { currentAsk, type LoanRequest } from '../requests/request.ts';
import { act } from '../workflow/act.ts';
import type { TriggerContext } from '../workflow/context.ts';
import type { Trigger } from '../workflow/triggers.ts';
import { requestFromIso } from './request-from-iso.ts';
import { meaningOfRequesterMessage } from './requester-from-iso.ts';
import { meaningOfSupplierMessage } from './supplier-from-iso.ts';
import { toIso } from './to-iso.ts';

const ends = { ours: 'ISIL:REQ', theirs: 'ISIL:SUP1' };
const ask = 'ask-1';

/** The steps of our staff, by what they sent to the supplier: one message may stand for two steps at the desk. */
const deeds: Readonly<Record<string, readonly Trigger[]>> = {
  Received: ['receive', 'lend'],
  ShippedReturn: ['return', 'ship-back'],
  Cancel: ['cancel'],
  Renew: ['renew'],
};

type Seen = { request: LoanRequest; states: string[]; sent: string[]; minutes: number };

const at = ({ minutes }: Seen, more: Partial<TriggerContext> = {}): TriggerContext =>
  context({ at: minutesLater(minutes), askId: ask, ...more });

const moved = (seen: Seen, result: ReturnType<typeof act>, message?: IsoMessage): Seen => {
  if ('refused' in result) throw new Error(`${seen.request.state}: ${JSON.stringify(message ?? result.refused)}`);
  const sent = result.outgoing.map((one) => toIso(one, result.request, ends, minutesLater(seen.minutes)));
  const actions = sent.map(({ kind, body }) => (kind === 'requestingAgencyMessage' ? body.action : kind));
  const { request } = result;
  return {
    request,
    states: [...seen.states, request.state],
    sent: [...seen.sent, ...actions],
    minutes: seen.minutes + 1,
  };
};

const deed = (seen: Seen, trigger: Trigger): Seen => moved(seen, act(seen.request, trigger, at(seen)));

const played = (seen: Seen, message: IsoMessage, answer: boolean): Seen => {
  if (message.kind === 'requestingAgencyMessage' && !answer) {
    const steps = deeds[message.body.action] ?? [];
    const done = steps.reduce(deed, seen);
    expect(done.sent.at(-1)).toBe(message.body.action);
    return done;
  }
  if (message.kind === 'supplyingAgencyMessage') {
    const meaning = meaningOfSupplierMessage(message.body, { due: seen.request.due });
    if (!('name' in meaning)) throw new Error(`It says nothing: ${JSON.stringify(meaning)}`);
    const { name, particulars } = meaning;
    return moved(seen, receive(seen.request, { name, askId: ask, ...particulars }, at(seen)), message);
  }
  const confirmed = confirmedBy({ dialect: '1.2', version: '1.2', ignored: [], mended: [], message });
  return confirmed === 'received' ? seen : moved(seen, act(seen.request, 'send-failed', at(seen)));
};

describeWithRealData('captured exchanges with a partner', (folder) => {
  const files = readdirSync(join(folder, 'ill', 'messages')).sort();
  const messageOf = (file: string): IsoMessage => {
    const read = readMessage(readFileSync(join(folder, 'ill', 'messages', file)));
    if (!('message' in read)) throw new Error(file);
    return read.message;
  };

  /** Replays one exchange from the requester's side; returns its messages, the received ones, and responses that were errors. */
  const replay = (exchange: string, service: 'loan' | 'copy' = 'loan'): Seen => {
    const start = aLoanRequest().askingOutside().wanting(service).withRota(PARTNER, 'cedar').asked().build();
    const own = files.filter((file) => file.startsWith(`direct__${exchange}.requester-`));
    expect(own.length).toBeGreaterThan(3);
    return own
      .filter((file) =>
        /-outgoing-request-requesting|-incoming-request-supplying|-incoming-response-request/.test(file),
      )
      .reduce<Seen>((seen, file) => played(seen, messageOf(file), file.includes('response')), {
        request: start,
        states: [start.state],
        sent: [],
        minutes: 2,
      });
  };

  test.each([
    [
      'd-loaned',
      ['asked', 'will-supply', 'shipped', 'received', 'lent', 'returned-by-patron', 'shipped-back', 'completed'],
    ],
    ['d-unfilled', ['asked', 'unfilled']],
    ['d-retry-cond', ['asked', 'terms-offered']],
    ['d-retry-cost', ['asked', 'terms-offered']],
    ['d-retry-onloan', ['asked', 'terms-offered']],
    ['d-cancel', ['asked', 'will-supply', 'cancel-pending', 'cancelled']],
    [
      'd-renew',
      [
        'asked',
        'shipped',
        'received',
        'lent',
        'overdue',
        'renewal-asked',
        'lent',
        'returned-by-patron',
        'shipped-back',
        'completed',
      ],
    ],
    [
      'd-recall',
      ['asked', 'shipped', 'received', 'lent', 'recalled', 'returned-by-patron', 'shipped-back', 'completed'],
    ],
    ['d-error', ['asked', 'unfilled']],
  ])('%s goes through %j', (exchange, states) => {
    expect(replay(exchange).states).toEqual(states);
  });

  test('d-copy brings the copy without an address: it is handed over all the same', () => {
    const came = replay('d-copy', 'copy');
    expect([came.states, came.request.documentId]).toEqual([['asked', 'copy-received'], undefined]);
    const over = moved(came, act(came.request, 'deliver-copy', context({ at: minutesLater(9), reason: 'HandedOver' })));
    expect(over.request).toMatchObject({ state: 'completed', asks: [{ outcome: 'completed' }] });
  });

  test('after a refusal and after an error the next supplier on the rota is asked', () => {
    for (const [exchange, ending] of [
      ['d-unfilled', 'unfilled'],
      ['d-error', 'unreachable'],
    ] as const) {
      const { request, minutes } = replay(exchange);
      expect(request.asks).toMatchObject([{ supplierMember: PARTNER, outcome: ending }]);
      const next = act(request, 'ask', context({ askId: 'ask-2', at: minutesLater(minutes) }));
      expect('refused' in next ? next : currentAsk(next.request)).toMatchObject({ supplierMember: 'cedar' });
    }
  });

  test('notes with the item and with the terms are stored', () => {
    expect(replay('d-loaned').request).toMatchObject({
      barcode: '123456789',
      itemId: '123456789',
      due: '2026-12-08T13:44:12.078Z',
    });
    const offerOf = (exchange: string) => replay(exchange).request.asks[0]?.offer;
    expect(offerOf('d-retry-cost')).toEqual({ reason: 'CostExceedsMaxCost', cost: { amount: 3500, currency: 'USD' } });
    expect(offerOf('d-retry-cond')).toEqual({ reason: 'LoanCondition', conditions: ['NoReproduction'] });
    expect(offerOf('d-retry-onloan')).toEqual({ reason: 'OnLoan', retryAfter: '2026-11-24T13:44:11.836Z' });
  });

  test('every captured message is understood, and every request has a citation', () => {
    const captured = files.map(messageOf);
    const meanings = captured.flatMap((message) => {
      if (message.kind === 'supplyingAgencyMessage') return [meaningOfSupplierMessage(message.body)];
      return message.kind === 'requestingAgencyMessage' ? [meaningOfRequesterMessage(message.body)] : [];
    });
    expect(meanings.filter((meaning) => !('name' in meaning))).toEqual([]);
    const requests = captured.flatMap((message) => (message.kind === 'request' ? [requestFromIso(message.body)] : []));
    expect(new Set(requests.map(({ requestingAgency }) => requestingAgency))).toEqual(new Set(['ISIL:REQ']));
    for (const request of requests)
      expect(request).toMatchObject({
        requestType: 'New',
        supplyingAgency: 'ISIL:SUP1',
        citation: { kind: 'book', title: 'Lord of the Rings', author: 'JRR Tolkien' },
        deliverTo: ['1 Main St', '2000 Town'],
        supplierUniqueRecordId: expect.any(String),
      });
  });
});
