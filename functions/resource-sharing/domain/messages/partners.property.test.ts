import fc from 'fast-check';
import { MESSAGE_REASONS, STATUSES } from '../../../../layers/protocols/iso18626/codes.ts';
import { messages } from '../../../../layers/protocols/iso18626/schemas.ts';
import { aLoanRequest, context, minutesLater, PARTNER, SHIPMENT } from '../../../../test/builders/loan-request.ts';
import { meaningOfRequesterMessage } from '../iso18626/requester-from-iso.ts';
import { meaningOfSupplierMessage } from '../iso18626/supplier-from-iso.ts';
import type { LoanRequest } from '../requests/request.ts';
import { type ActResult, act } from '../workflow/act.ts';
import { TABLE } from '../workflow/transitions.ts';
import { type Side, TRIGGERS, type Trigger } from '../workflow/triggers.ts';
import { arrowsOf } from '../workflow/workflow.ts';
import type { Message } from './message.ts';
import { receive } from './receive.ts';

// Each run is a whole life cycle of sixty messages: message storms over the real store run many more.
const RUNS = Number(process.env.CONCORD_PROPERTY_RUNS ?? 20);

const agency = { agencyIdType: { value: 'ISIL' }, agencyIdValue: 'SUP1' };
const ids = { supplyingAgencyId: agency, requestingAgencyId: agency, requestingAgencyRequestId: 'req-1' };
const header = { ...ids, timestamp: '2026-11-02T10:00:00Z' };
const answers = fc.option(fc.constantFrom('Y' as const, 'N' as const), { nil: undefined });
const notes = fc.option(fc.constantFrom('I agree', 'HoldReturn', 'Lost', 'damaged', 'see https://copies.example/1'), {
  nil: undefined,
});

/** Any message that a supplying agency can send about a request, whether valid or not. */
const supplied = fc
  .record({
    reason: fc.constantFrom(...MESSAGE_REASONS),
    status: fc.constantFrom(...STATUSES),
    answer: answers,
    note: notes,
    due: fc.option(fc.nat(90), { nil: undefined }),
    condition: fc.boolean(),
    cost: fc.option(fc.constantFrom('35', '12.5', '-1', '0.001'), { nil: undefined }),
  })
  .map(({ reason, status, answer, note, due, condition, cost }) => {
    const lastChange = '2026-11-02T10:00:00Z';
    const costs = cost === undefined ? [] : [{ currencyCode: { value: 'USD' }, monetaryValue: cost }];
    const delivery = {
      dateSent: lastChange,
      itemId: ['31234'],
      ...(condition && { loanCondition: [{ value: 'LibraryUseOnly' }] }),
      ...(costs.length > 0 && { deliveryCosts: costs }),
    };
    const dueDate = due === undefined ? {} : { dueDate: new Date(Date.parse(lastChange) + due * 864e5).toISOString() };
    return messages.supplyingAgencyMessage.parse({
      header,
      messageInfo: { reasonForMessage: reason, ...(answer && { answerYesNo: answer }), ...(note && { note }) },
      statusInfo: { status, lastChange, ...dueDate },
      ...(due !== undefined && { deliveryInfo: delivery }),
    });
  });

/** Any message that a requesting agency can send. */
const requested = fc
  .record({ action: fc.constantFrom(...messages.requestingAgencyMessage.shape.action.options), note: notes })
  .map(({ action, note }) => messages.requestingAgencyMessage.parse({ header, action, ...(note && { note }) }));

/** A step of our members between two messages, chosen from those that the table offers. */
const ours = fc.record({ pick: fc.nat(1000) });
type Ours = { pick: number };

const CARRIED = { ...SHIPMENT, documentId: 'doc-1', terms: { cost: { amount: 900, currency: 'USD' } } };

const offers = (request: LoanRequest, side: Side): Trigger[] => {
  const ask = request.asks.at(-1);
  const state = side === 'requester' ? request.state : ask?.supplierState;
  return arrowsOf(side).flatMap(({ from, trigger }) =>
    from === state && TRIGGERS[trigger].source !== 'message' ? [trigger] : [],
  );
};

const doOurs = (request: LoanRequest, { pick }: Ours, side: Side, minutes: number): ActResult | undefined => {
  const possible = offers(request, side);
  const trigger = possible[pick % Math.max(1, possible.length)];
  if (trigger === undefined) return undefined;
  const open = request.asks.find((ask) => ask.closedAt === undefined);
  const askId = trigger === 'ask' ? `ask-${request.asks.length + 1}` : (open?.askId ?? request.asks.at(-1)?.askId);
  const about = { side, at: minutesLater(minutes), reason: 'NotOnShelf', ...CARRIED, due: minutesLater(minutes + 90) };
  return act(request, trigger, context({ ...about, ...(askId !== undefined && { askId }) }));
};

type Turn = { meaning: ReturnType<typeof meaningOfSupplierMessage>; ask: number } | Ours;

function play(start: LoanRequest, side: Side, turns: Turn[]): { requests: LoanRequest[]; sent: Message[] } {
  let request = start;
  const requests = [start];
  const sent: Message[] = [];
  turns.forEach((turn, i) => {
    const minutes = 2 + i * 30;
    const by = { kind: 'partner' as const, member: PARTNER };
    const result = 'pick' in turn ? doOurs(request, turn, side, minutes) : hearTurn(request, turn, minutes, by);
    if (result === undefined || 'refused' in result) return;
    sent.push(...result.outgoing);
    request = result.request;
    requests.push(request);
  });
  return { requests, sent };
}

const hearTurn = (
  request: LoanRequest,
  { meaning, ask }: Extract<Turn, { ask: number }>,
  minutes: number,
  by: { kind: 'partner'; member: string },
): ActResult | undefined =>
  'name' in meaning
    ? receive(
        request,
        { name: meaning.name, askId: `ask-${1 + (ask % Math.max(1, request.asks.length))}`, ...meaning.particulars },
        context({ at: minutesLater(minutes), by }),
      )
    : undefined;

const isArrow = (side: Side, from: string, trigger: Trigger, to: string): boolean =>
  arrowsOf(side).some((arrow) => arrow.from === from && arrow.trigger === trigger && arrow.to === to);

function expectSound({ requests, sent }: { requests: LoanRequest[]; sent: Message[] }, ourSide: Side): void {
  for (const request of requests) {
    expect(request.asks.filter((ask) => ask.closedAt === undefined).length).toBeLessThanOrEqual(1);
    expect(Object.hasOwn(TABLE.requester, request.state)).toBe(true);
    for (const ask of request.asks) expect(Object.hasOwn(TABLE.supplier, ask.supplierState)).toBe(true);
    const ownSteps = request.history.filter(({ trigger }) => trigger !== 'ask');
    expect(ownSteps.filter(({ side }) => side !== ourSide)).toEqual([]);
    expect(ownSteps.filter(({ side, from, trigger, to }) => !isArrow(side, from, trigger, to))).toEqual([]);
  }
  // Each of our messages about one ask has the next number, so that a partner could tell their order.
  const perAsk = Map.groupBy(sent, ({ askId }) => askId);
  for (const about of perAsk.values()) {
    const numbers = about.map(({ sequence }) => sequence);
    expect(numbers).toEqual(numbers.map((_, i) => (numbers[0] ?? 0) + i));
  }
  for (const [i, request] of requests.entries())
    for (const ask of request.asks) {
      const before = requests[i - 1]?.asks.find(({ askId }) => askId === ask.askId) ?? ask;
      for (const side of ['requester', 'supplier'] as const) {
        expect(ask.sent[side]).toBeGreaterThanOrEqual(before.sent[side]);
        expect(ask.seen[side]).toBeGreaterThanOrEqual(before.seen[side]);
      }
    }
}

const turnsOf = (messagesOfPartner: fc.Arbitrary<ReturnType<typeof meaningOfSupplierMessage>>): fc.Arbitrary<Turn[]> =>
  fc.array(
    fc.oneof(
      fc.record({ meaning: messagesOfPartner, ask: fc.nat(3) }),
      fc.record({ meaning: messagesOfPartner, ask: fc.nat(3) }),
      ours,
    ),
    {
      minLength: 30,
      maxLength: 60,
    },
  );

describe('any messages of a partner in any order (I10)', () => {
  test('as supplier: never throws, never leaves the table, has at most one open ask, numbers only rise', () => {
    fc.assert(
      fc.property(turnsOf(supplied.map((body) => meaningOfSupplierMessage(body))), (turns) => {
        const start = aLoanRequest().askingOutside().wanting('copy-or-loan').withRota(PARTNER, 'prt_2').asked().build();
        expectSound(play(start, 'requester', turns), 'requester');
      }),
      { numRuns: RUNS },
    );
  });

  test('as requester: the same', () => {
    fc.assert(
      fc.property(turnsOf(requested.map((body) => meaningOfRequesterMessage(body))), (turns) => {
        const start = aLoanRequest().askedByPartner().wanting('copy-or-loan').withRota('birch').asked().build();
        expectSound(play(start, 'supplier', turns), 'supplier');
      }),
      { numRuns: RUNS },
    );
  });
});
