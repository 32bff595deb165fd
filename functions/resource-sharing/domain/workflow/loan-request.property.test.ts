import fc from 'fast-check';
import { aLoanRequest, context, minutesLater, SHIPMENT } from '../../../../test/builders/loan-request.ts';
import type { Message } from '../messages/message.ts';
import type { LoanRequest } from '../requests/request.ts';
import { act } from './act.ts';
import { type ApplyResult, apply, deliver } from './apply.ts';
import type { TriggerContext } from './context.ts';
import { isNote } from './notes.ts';
import { hasOccasion } from './refusals.ts';
import { TABLE } from './transitions.ts';
import { type Side, TRIGGERS, type Trigger } from './triggers.ts';
import { actionsFor, arrowsOf, stateRow } from './workflow.ts';

const LAST = 4000;
const triggers = Object.keys(TRIGGERS).filter((name): name is Trigger => Object.hasOwn(TRIGGERS, name));
const sides = fc.constantFrom<Side>('requester', 'supplier');
const rotas = fc.subarray(['birch', 'cedar', 'dogwood', 'elm']);

/** One attempt: any trigger at any side about any ask, whether valid or not. */
const attempts = fc.record({
  trigger: fc.constantFrom(...triggers),
  side: sides,
  ask: fc.nat(5),
  sequence: fc.nat(6),
  wait: fc.nat(30),
});
type Attempt = { trigger: Trigger; side: Side; ask: number; sequence: number; wait: number };

/** An attempt that the table offers, chosen by a number, so that random runs get far and are not only refused. */
const picks = fc.record({ pick: fc.nat(1000), wait: fc.nat(20) });

const due = (minutes: number): string => minutesLater(minutes + 25);

const CARRIED = { ...SHIPMENT, documentId: 'doc-1', terms: { cost: { amount: 900, currency: 'USD' } } };
const contextAt = (minutes: number, side: Side, askId: string): TriggerContext =>
  context({ ...{ side, askId, at: minutesLater(minutes), reason: 'NotOnShelf' }, ...CARRIED, due: due(minutes) });

const withSequence = (trigger: Trigger, sequence: number): { sequence?: number } =>
  TRIGGERS[trigger].source === 'message' ? { sequence } : {};

const requestOf = (result: ApplyResult | ReturnType<typeof act>, before: LoanRequest): LoanRequest =>
  'refused' in result ? before : result.request;

/** Returns the triggers that both sides' tables offer now, as contexts ready to apply. */
function offered(request: LoanRequest, minutes: number): { trigger: Trigger; context: TriggerContext }[] {
  const bySide = (side: Side, state: string, askId: string) =>
    arrowsOf(side)
      // Notes go to outside partners only, and change nothing.
      .filter(({ from, trigger }) => from === state && TRIGGERS[trigger].source !== 'message' && !isNote(trigger))
      .map(({ trigger }) => ({ trigger, context: contextAt(minutes, side, askId) }));
  const open = request.asks.find((ask) => ask.closedAt === undefined);
  const next = `ask-${request.asks.length + 1}`;
  const requester = bySide('requester', request.state, open?.askId ?? next).map(
    ({ trigger, context: { askId, ...at } }) =>
      open === undefined && trigger !== 'ask'
        ? { trigger, context: at }
        : { trigger, context: { ...at, ...(askId && { askId }) } },
  );
  return [...requester, ...request.asks.flatMap((ask) => bySide('supplier', ask.supplierState, ask.askId))];
}

/** Applies random picks through `act`, both sides in lockstep; returns every request on the way. */
function walk(rota: string[], choices: { pick: number; wait: number }[]): LoanRequest[] {
  let minutes = 1;
  let request = aLoanRequest()
    .wanting('copy-or-loan')
    .withRota(...rota)
    .build();
  const seen = [request];
  for (const { pick, wait } of choices) {
    minutes += wait;
    const offers = offered(request, minutes);
    const offer = offers[pick % Math.max(1, offers.length)];
    if (offer) request = requestOf(act(request, offer.trigger, offer.context), request);
    seen.push(request);
  }
  return seen;
}

const openAsks = (request: LoanRequest): number => request.asks.filter((ask) => ask.closedAt === undefined).length;

const isArrow = (side: Side, from: string, trigger: Trigger, to: string): boolean =>
  arrowsOf(side).some((arrow) => arrow.from === from && arrow.trigger === trigger && arrow.to === to);

describe('any triggers in any order', () => {
  const runs = fc.tuple(rotas, fc.array(attempts, { maxLength: 60 }));

  const run = (rota: string[], list: Attempt[]): LoanRequest[] => {
    let minutes = 1;
    let request = aLoanRequest()
      .withRota(...rota)
      .build();
    return list.map(({ trigger, side, ask, sequence, wait }) => {
      minutes += wait;
      const about = { ...contextAt(minutes, side, `ask-${ask}`), ...withSequence(trigger, sequence) };
      request = requestOf(apply(request, trigger, about), request);
      return request;
    });
  };

  test('never leave the table, and never open two asks', () => {
    fc.assert(
      fc.property(runs, ([rota, list]) => {
        for (const request of run(rota, list)) {
          expect(openAsks(request)).toBeLessThanOrEqual(1);
          const strays = request.history.filter(({ side, from, trigger, to }) => !isArrow(side, from, trigger, to));
          expect(strays).toEqual([]);
          expect(Object.hasOwn(TABLE.requester, request.state)).toBe(true);
        }
      }),
      { numRuns: 100 },
    );
  });
});

describe('walking both sides in lockstep', () => {
  const walks = fc.tuple(rotas, fc.array(picks, { minLength: 5, maxLength: 40 }));

  test('ends an ask at both sides together, and asks no supplier twice', () => {
    fc.assert(
      fc.property(walks, ([rota, choices]) => {
        for (const request of walk(rota, choices)) {
          for (const ask of request.asks) {
            expect(stateRow('supplier', ask.supplierState)?.final === true).toBe(ask.closedAt !== undefined);
          }
          const asked = request.asks.map((ask) => ask.supplierMember);
          expect(asked).toEqual(rota.slice(0, asked.length));
        }
      }),
      { numRuns: 100 },
    );
  });

  test('leaves no timer running at an end, and always has a person or a timer to wait for before it', () => {
    fc.assert(
      fc.property(walks, ([rota, choices]) => {
        for (const request of walk(rota, choices)) {
          const ended = stateRow('requester', request.state)?.final === true;
          if (ended) expect(request.timers).toEqual({});
          const people = [
            ...actionsFor(request.state, 'requester').filter(({ trigger }) => hasOccasion(request, trigger)),
            ...request.asks.flatMap((ask) => actionsFor(ask.supplierState, 'supplier')),
          ];
          if (!ended) expect(people.length + Object.keys(request.timers).length).toBeGreaterThan(0);
        }
      }),
      { numRuns: 100 },
    );
  });
});

describe('every situation that both sides can get into together', () => {
  type Visit = { request: LoanRequest; minutes: number };

  const situation = ({ state, attention, asks }: LoanRequest): string =>
    [state, attention ?? 'calm', ...asks.map((ask) => ask.supplierState)].join(' ');

  /** Returns a timer's own time when it is later than now, so that time-outs are covered too. */
  const timeFor = ({ request, minutes }: Visit, trigger: Trigger, side: Side): number => {
    const timer = request.timers[side];
    const ends = timer?.trigger === trigger ? (Date.parse(timer.at) - Date.parse(minutesLater(0))) / 60_000 : 0;
    return Math.max(minutes + 1, Math.ceil(ends));
  };

  const visits = new Map<string, Visit>();
  const refusedButtons: string[] = [];

  function explore(visit: Visit): Visit[] {
    return offered(visit.request, visit.minutes).flatMap(({ trigger, context: { side, askId } }) => {
      const minutes = timeFor(visit, trigger, side);
      const { askId: _, ...about } = contextAt(minutes, side, '');
      const result = act(visit.request, trigger, { ...about, ...(askId && { askId }) });
      if (!('refused' in result)) return [{ request: result.request, minutes }];
      const codes = result.refused.map(({ code }) => code).join();
      // The page does not offer what the supplier asked not to do, nor what has no occasion.
      const isShown = codes !== 'return-held' && hasOccasion(visit.request, trigger);
      if (TRIGGERS[trigger].source === 'person' && isShown)
        refusedButtons.push(`${situation(visit.request)}: ${trigger} ${codes}`);
      return [];
    });
  }

  beforeAll(() => {
    const start = aLoanRequest().wanting('copy-or-loan').withRota('birch', 'cedar').build();
    const queue: Visit[] = [{ request: start, minutes: 1 }];
    for (let visit = queue.shift(); visit; visit = queue.shift()) {
      const key = situation(visit.request);
      if (visits.has(key)) continue;
      visits.set(key, visit);
      queue.push(...explore(visit));
    }
  });

  test('together they reach every state of both sides', () => {
    const reached = new Set(
      [...visits.values()].flatMap(({ request }) => [
        `requester ${request.state}`,
        ...request.asks.map((ask) => `supplier ${ask.supplierState}`),
      ]),
    );
    const all = (['requester', 'supplier'] as const).flatMap((side) =>
      Object.keys(TABLE[side]).map((state) => `${side} ${state}`),
    );
    // Only outside partners promise under conditions and claim, and a later day must be named: their own tests cover that.
    expect(all.filter((state) => !reached.has(state))).toEqual(
      ['retry-waiting', 'conditions-set', 'cost-claimed', 'replacement-claimed'].map((state) => `requester ${state}`),
    );
  });

  test('no button is refused by the other side (C84)', () => {
    expect(visits.size).toBeGreaterThan(60);
    expect(refusedButtons).toEqual([]);
  });

  test('an ask has ended at both sides or at neither', () => {
    const apart = [...visits].filter(([, { request }]) =>
      request.asks.some(
        (ask) => (ask.closedAt !== undefined) !== (stateRow('supplier', ask.supplierState)?.final === true),
      ),
    );
    expect(apart.map(([key]) => key)).toEqual([]);
  });
});

describe('messages between two separate systems', () => {
  type Wire = { requester: LoanRequest; supplier: LoanRequest; sent: Message[] };

  /** Each side has its own copy; messages are delivered in any order, twice, or never. */
  const deliverTo = (wire: Wire, message: Message, minutes: number): Wire => {
    const side = message.from === 'requester' ? 'supplier' : 'requester';
    const result = deliver(wire[side], message, context({ at: minutesLater(minutes) }));
    const sent = 'message' in result && result.message ? [...wire.sent, result.message] : wire.sent;
    return { ...wire, [side]: requestOf(result, wire[side]), sent };
  };

  const started = (): Wire => {
    const asked = aLoanRequest().wanting('copy-or-loan').asked().build();
    return { requester: asked, supplier: asked, sent: [] };
  };

  const steps = fc.array(
    fc.oneof(
      fc.record({ kind: fc.constant('person' as const), side: sides, pick: fc.nat(1000) }),
      fc.record({ kind: fc.constant('deliver' as const), side: sides, pick: fc.nat(1000) }),
    ),
    { maxLength: 40 },
  );

  test('a redelivered message changes nothing, at any later time', () => {
    fc.assert(
      fc.property(steps, (list) => {
        let wire = started();
        const delivered: Message[] = [];
        list.forEach(({ kind, side, pick }, i) => {
          const own = offered(wire[side], i + 1).filter(({ context: about }) => about.side === side);
          const offer = own[pick % Math.max(1, own.length)];
          const message = wire.sent[pick % Math.max(1, wire.sent.length)];
          if (kind === 'person' && offer) {
            const result = apply(wire[side], offer.trigger, offer.context);
            const sent = 'message' in result && result.message ? [...wire.sent, result.message] : wire.sent;
            wire = { ...wire, [side]: requestOf(result, wire[side]), sent };
          } else if (kind === 'deliver' && message) {
            const to = message.from === 'requester' ? 'supplier' : 'requester';
            const before = wire[to];
            wire = deliverTo(wire, message, i + 1);
            if (wire[to] !== before) {
              expect(delivered).not.toContain(message);
              delivered.push(message);
            }
          }
        });
        for (const message of delivered) {
          const again = deliverTo(wire, message, LAST - 1);
          expect([again.requester, again.supplier]).toEqual([wire.requester, wire.supplier]);
        }
      }),
      { numRuns: 150 },
    );
  });
});
