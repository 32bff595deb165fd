import fc from 'fast-check';
import { aLoanRequest, context, minutesLater, PARTNER, SHIPMENT } from '../../../../test/builders/loan-request.ts';
import { chargesOf } from '../charges/charges.ts';
import type { FeeRules } from '../charges/supply-cost.ts';
import type { LoanRequest } from '../requests/request.ts';
import { viewOf } from '../requests/views.ts';
import { defaultSharingPolicy } from '../sharing-policy.ts';
import { type Acted, type ActResult, act } from '../workflow/act.ts';
import { TABLE } from '../workflow/transitions.ts';
import { MESSAGES, type MessageName, type Trigger } from '../workflow/triggers.ts';
import type { Terms } from './message.ts';
import { receive } from './receive.ts';

const rules: FeeRules = { policy: { ...defaultSharingPolicy, replacementFee: 4000 }, currency: 'USD' };
const usd = (amount: number) => ({ amount, currency: 'USD' });
const outside = () => aLoanRequest().askingOutside().withRota(PARTNER, 'prt_2').asked();

const done = (result: ActResult): Acted => {
  if ('refused' in result) throw new Error(result.refused.map(({ code }) => code).join());
  return result;
};
const codes = (result: ActResult) => ('refused' in result ? result.refused.map(({ code }) => code) : 'done');
const by = { kind: 'partner' as const, member: PARTNER };
const says = (request: LoanRequest, name: MessageName, more = {}): Acted =>
  done(receive(request, { name, askId: 'ask-1', ...more }, context({ at: minutesLater(5), by })));
const step = (request: LoanRequest, trigger: Trigger): Acted =>
  done(act(request, trigger, context({ at: minutesLater(6) })));
const owed = (acted: Acted, terms?: Terms): string[] =>
  chargesOf(acted, rules, terms).map(({ entryId, amount, currency }) => `${entryId} ${amount} ${currency}`);
const buttons = (request: LoanRequest) =>
  viewOf(request, { as: 'requester', member: 'ash' })?.actions.map(({ trigger }) => trigger) ?? [];

describe('costs in a partner’s message', () => {
  const terms = { cost: usd(900) };

  test('are owed up to the maximum; the rest is claimed, and owed when a person accepts it', () => {
    const loaned = says({ ...outside().build(), maxCost: usd(500) }, 'Loaned', { ...SHIPMENT, terms });
    expect(owed(loaned, terms)).toEqual(['ill-req-1-ask-1-loan 500 USD']);
    const { request } = loaned;
    expect(request).toMatchObject({ attention: 'cost-claimed', claims: [{ charge: 'loan-claim', cost: usd(400) }] });
    expect(buttons(request)).toEqual(expect.arrayContaining(['accept-cost', 'refuse-cost']));
    const accepted = step(request, 'accept-cost');
    expect(owed(accepted)).toEqual(['ill-req-1-ask-1-loan-claim 400 USD']);
    expect(accepted.request.attention).toBeUndefined();
    expect(buttons(accepted.request)).not.toContain('accept-cost');
    expect(codes(act(accepted.request, 'refuse-cost', context({ at: minutesLater(7) })))).toEqual(['no-claim']);
  });

  test('are zero without a maximum, and remain zero when they are refused', () => {
    const loaned = says(outside().build(), 'Loaned', { ...SHIPMENT, terms });
    expect(owed(loaned, terms)).toEqual([]);
    expect(owed(step(loaned.request, 'refuse-cost'))).toEqual([]);
  });

  test('when refused are reported to the partner, in any state of the request, and to no one else', () => {
    const refusals = [
      [outside().build(), 'Loaned', { ...SHIPMENT, terms }, usd(900)],
      [{ ...outside().build(), service: 'copy' as const, maxCost: usd(500) }, 'CopySupplied', { terms }, usd(400)],
    ] as const;
    for (const [before, name, carried, cost] of refusals) {
      const claimed = says(before, name, carried).request;
      const refused = done(act(claimed, 'refuse-cost', context({ at: minutesLater(6) })));
      expect(refused.outgoing).toMatchObject([{ name: 'CostRefused', askId: 'ask-1', terms: { cost } }]);
      expect(step(claimed, 'accept-cost').outgoing).toEqual([]);
    }
    const lent = step(
      step(says(outside().build(), 'Loaned', { ...SHIPMENT, terms }).request, 'receive').request,
      'lend',
    );
    const home = says(step(step(lent.request, 'return').request, 'ship-back').request, 'LoanCompleted').request;
    const over = done(act(home, 'refuse-cost', context({ at: minutesLater(6) })));
    expect([over.request.state, over.outgoing.map(({ name }) => name)]).toEqual(['completed', ['CostRefused']]);
    const lost = says(outside().message('Loaned', SHIPMENT).build(), 'CompletedWithoutReturn').request;
    const [first] = done(act(lost, 'refuse-cost', context({ at: minutesLater(6) }))).outgoing;
    expect([first?.name, first?.terms]).toEqual(['CostRefused', undefined]);
  });

  test('keep their attention through the loan, and after the end of the request until they are decided', () => {
    const { request } = says(outside().build(), 'Loaned', { ...SHIPMENT, terms });
    const lent = step(step(request, 'receive').request, 'lend').request;
    expect(lent.attention).toBe('cost-claimed');
    const home = says(step(step(lent, 'return').request, 'ship-back').request, 'LoanCompleted');
    expect(home.request.state).toBe('cost-claimed');
    const accepted = step(home.request, 'accept-cost');
    expect([accepted.request.state, ...owed(accepted)]).toEqual(['completed', 'ill-req-1-ask-1-loan-claim 900 USD']);
  });

  test('of a copy are decided before the copy is handed on, and not owed for an unusable one', () => {
    const copied = says({ ...outside().build(), service: 'copy' }, 'CopySupplied', { terms });
    expect(owed(copied, terms)).toEqual([]);
    expect(codes(act(copied.request, 'deliver-copy', context({ at: minutesLater(6) })))).toEqual(['cost-undecided']);
    expect(step(step(copied.request, 'accept-cost').request, 'deliver-copy').request.state).toBe('completed');
    expect(step(copied.request, 'copy-unusable').request).toMatchObject({ claims: [{ decided: 'refused' }] });
  });

  test('are never owed above the maximum or the agreed amount, whatever the partner claims, before a person accepts', () => {
    const money = fc.record({ amount: fc.nat(2000), currency: fc.constantFrom('USD', 'EUR') });
    const some = fc.option(money, { nil: undefined });
    fc.assert(
      fc.property(money, some, some, fc.constantFrom('Loaned', 'CopySupplied'), (cost, maxCost, agreed, name) => {
        const open = { ...outside().build(), service: 'copy-or-loan' as const };
        const offer = agreed && { cost: agreed, agreed: true as const };
        const asks = open.asks.map((ask) => ({ ...ask, ...(offer && { offer }) }));
        const request = { ...open, asks, ...(maxCost && { maxCost }) };
        const result = says(request, name as MessageName, { ...SHIPMENT, terms: { cost } });
        const charged = chargesOf(result, rules, { cost });
        for (const { amount, currency } of charged) {
          const limits = [maxCost, agreed].filter((one) => one?.currency === currency);
          expect(limits.some((one) => one !== undefined && amount <= one.amount)).toBe(true);
        }
        const now = charged.reduce((sum, { amount }) => sum + amount, 0);
        const claims = result.request.claims ?? [];
        const later = claims.length > 0 ? chargesOf(step(result.request, 'accept-cost'), rules) : [];
        expect(now + later.reduce((sum, { amount }) => sum + amount, 0)).toBe(cost.amount);
      }),
      { numRuns: 50 },
    );
  });
});

describe('a partner’s message that a loan has ended', () => {
  const lent = () => outside().message('Loaned', SHIPMENT).received().lent().build();

  test('does not end a loan while the item is with us: staff confirm it', () => {
    const { request } = says(lent(), 'LoanCompleted');
    expect(request).toMatchObject({ state: 'lent', attention: 'reported-home' });
    expect(buttons(request)).toContain('confirm-home');
    expect(buttons(lent())).not.toContain('confirm-home');
    expect(codes(act(lent(), 'confirm-home', context({ at: minutesLater(6) })))).toEqual(['not-reported']);
    const confirmed = step(request, 'confirm-home').request;
    expect(confirmed).toMatchObject({ state: 'completed', asks: [{ outcome: 'completed' }] });
    expect(confirmed.attention).toBeUndefined();
  });

  test('nor while it is in transit to us as far as we know: it may still arrive, or be here unscanned', () => {
    const shipped = outside().message('Loaned', SHIPMENT).build();
    const { request } = says(shipped, 'LoanCompleted');
    expect(request).toMatchObject({
      state: 'shipped',
      attention: 'reported-home',
      timers: shipped.timers,
      asks: [{ supplierState: 'completed' }],
    });
    expect(buttons(request)).toEqual(expect.arrayContaining(['receive', 'confirm-home']));
    expect(step(request, 'confirm-home').request).toMatchObject({
      state: 'completed',
      asks: [{ outcome: 'completed' }],
    });
    const came = step(request, 'receive').request;
    expect(came).toMatchObject({ state: 'received', attention: 'reported-home' });
    expect(step(step(step(came, 'lend').request, 'return').request, 'ship-back').request.state).toBe('shipped-back');
  });

  test('between members, where the message follows a scan, the loan ends at once', () => {
    const within = aLoanRequest().withRota('birch').asked().shipped().build();
    const home = done(act(within, 'check-in', context({ side: 'supplier', askId: 'ask-1', at: minutesLater(6) })));
    expect(home.request.state).toBe('completed');
  });

  test.each(['received', 'lent', 'renewal-asked', 'overdue', 'recalled', 'returned-by-patron'] as const)(
    'leaves what is %s unchanged, also when the supplier writes off the item',
    (state) => {
      for (const [name, attention] of [
        ['LoanCompleted', 'reported-home'],
        ['CompletedWithoutReturn', 'reported-lost'],
      ] as const)
        expect(says({ ...lent(), state }, name).request).toMatchObject({ state, attention });
    },
  );

  test('and claims for damage that cannot be seen: the item stays, and staff decide on the claim', () => {
    const { request } = says(lent(), 'DamageClaimed', { terms: { cost: usd(1500) } });
    expect(request).toMatchObject({
      ...{ state: 'lent', attention: 'reported-home', reportedEnd: 'home' },
      claims: [{ charge: 'damage', cost: usd(1500) }],
    });
    expect(request.terms).toBeUndefined();
    expect(buttons(request)).toEqual(expect.arrayContaining(['return', 'renew', 'confirm-home', 'accept-cost']));
    const again = says(request, 'DamageClaimed', { terms: { cost: usd(1500) } }).request;
    expect(again.claims).toHaveLength(1);
    const accepted = step(again, 'accept-cost');
    expect([accepted.request.state, ...owed(accepted)]).toEqual(['lent', 'ill-req-1-ask-1-damage 1500 USD']);
    // Returned, and claimed when it arrived: the workflow claims it; the pending charge is the same claim.
    const home = step(step(again, 'return').request, 'ship-back').request;
    const claimed = says(home, 'DamageClaimed', { terms: { cost: usd(1200) } }).request;
    expect(claimed).toMatchObject({ state: 'damage-claimed', claims: [{ charge: 'damage', decided: 'refused' }] });
    const paid = step(claimed, 'accept-claim');
    expect([paid.request.state, ...owed(paid)]).toEqual(['completed', 'ill-req-1-ask-1-damage 1200 USD']);
  });

  const names = Object.keys(MESSAGES).filter((name) => MESSAGES[name as MessageName].from === 'supplier');
  test.each(names)('no message of its supplier takes an item that is here out of the workflow: %s', (name) => {
    const states = ['received', 'lent', 'renewal-asked', 'overdue', 'recalled', 'returned-by-patron'] as const;
    for (const state of states) {
      const before: LoanRequest = { ...lent(), state };
      const result = receive(
        before,
        { name: name as MessageName, askId: 'ask-1', due: minutesLater(90_000), terms: { cost: usd(100) } },
        context({ at: minutesLater(5), by }),
      );
      const after = 'refused' in result ? before : result.request;
      const ways = (request: LoanRequest) =>
        (['return', 'ship-back'] as const).filter((trigger) => TABLE.requester[request.state].on[trigger]);
      expect(ways(after)).toEqual(expect.arrayContaining(ways(before)));
      expect(after.asks[0]?.closedAt).toBeUndefined();
    }
  });

  test('and that it must be replaced, is owed when a person accepts it: at its price, or the policy’s', () => {
    const given = says(lent(), 'CompletedWithoutReturn', { terms: { cost: usd(2600) } });
    expect(owed(given, { cost: usd(2600) })).toEqual([]);
    const confirmed = step(given.request, 'confirm-lost');
    expect([confirmed.request.state, ...owed(confirmed)]).toEqual(['replacement-claimed']);
    const accepted = step(confirmed.request, 'accept-cost');
    expect([accepted.request.state, ...owed(accepted)]).toEqual([
      'closed-lost',
      'ill-req-1-ask-1-replacement 2600 USD',
    ]);
    const unnamed = step(step(says(lent(), 'CompletedWithoutReturn').request, 'confirm-lost').request, 'accept-cost');
    expect(owed(unnamed)).toEqual(['ill-req-1-ask-1-replacement 4000 USD']);
    expect(owed(step(confirmed.request, 'refuse-cost'))).toEqual([]);
  });

  test('of a lost item asks staff for the replacement; found and returned, nothing is claimed any more', () => {
    const lost = step(lent(), 'report-lost').request;
    const claimed = says(lost, 'CompletedWithoutReturn').request;
    expect(claimed.state).toBe('replacement-claimed');
    const home = says(step(step(claimed, 'found').request, 'ship-back').request, 'LoanCompleted').request;
    expect(home).toMatchObject({ state: 'completed', claims: [{ decided: 'refused' }] });
  });
});

describe('an item that a partner sends after we released it', () => {
  const moved = () => outside().then('requester', 'withdraw').asked().build();
  const sendBack = (request: LoanRequest) => done(act(request, 'send-back', context({ at: minutesLater(6) })));

  test('requires attention by staff, who send it back; the request continues with the next', () => {
    const came = says(moved(), 'Loaned', { ...SHIPMENT, terms: { cost: usd(900) } });
    expect(owed(came, { cost: usd(900) })).toEqual([]);
    expect(came.request).toMatchObject({
      state: 'asked',
      attention: 'came-anyway',
      asks: [{ cameAnyway: 'item' }, {}],
    });
    expect(came.request).not.toHaveProperty('barcode');
    const promised = done(
      receive(came.request, { name: 'WillSupply', askId: 'ask-2' }, context({ at: minutesLater(6) })),
    );
    expect(promised.request).toMatchObject({ state: 'will-supply', attention: 'came-anyway' });
    const back = sendBack(promised.request);
    expect(back.outgoing).toMatchObject([{ name: 'ShippedReturn', askId: 'ask-1' }]);
    expect(back.request).toMatchObject({ state: 'will-supply', asks: [{ supplierMember: PARTNER }, {}] });
    expect(back.request.attention).toBeUndefined();
    expect(back.request.asks[0]).not.toHaveProperty('cameAnyway');
    expect(codes(act(back.request, 'send-back', context({ at: minutesLater(7) })))).toEqual(['nothing-came']);
  });

  test('also requires attention after the request has ended, and a copy need not be returned', () => {
    const pending = outside()
      .then('requester', 'cancel')
      .then('requester', 'cancel-timeout', { at: minutesLater(3) });
    const came = says(pending.build(), 'CopySupplied').request;
    expect(came).toMatchObject({ state: 'cancelled', attention: 'came-anyway' });
    expect(buttons(came)).toEqual(['set-aside']);
    expect(viewOf(came, { as: 'requester', member: 'ash' })?.group).toBe('notices');
    const settled = done(act(came, 'set-aside', context({ at: minutesLater(6) })));
    expect([settled.outgoing, settled.request.attention]).toEqual([[], undefined]);
  });

  test.each(['WillSupply', 'ConditionsSet'] as const)(
    '%s only, is answered at once that it is no longer awaited, once',
    (name) => {
      const late = says(moved(), name, { terms: { conditions: ['LibraryUseOnly'] }, note: 'We send it on Monday.' });
      expect(late.outgoing).toMatchObject([{ name: 'Withdraw', askId: 'ask-1' }]);
      expect(late.outgoing[0]).not.toHaveProperty('note');
      expect(late.request).toMatchObject({ state: 'asked', asks: [{ supplierState: 'cancelled' }, {}] });
      expect(late.request.attention).toBe('note-received');
      const again = receive(late.request, { name: 'WillSupply', askId: 'ask-1' }, context({ at: minutesLater(6) }));
      expect(codes(again)).toEqual(['ask-closed']);
    },
  );

  test('but not a repeated copy that we already have', () => {
    const copied = says({ ...outside().build(), service: 'copy' }, 'CopySupplied').request;
    const again = receive(copied, { name: 'CopySupplied', askId: 'ask-1', url: 'https://copies.example/2' }, context());
    expect('refused' in again || again.request.attention === undefined).toBe(true);
  });
});

describe('a message that only a supplier that has shipped can send', () => {
  test.each([
    ['Overdue', 'shipped'],
    ['Recalled', 'recalled'],
    ['LoanCompleted', 'shipped'],
    ['CompletedWithoutReturn', 'replacement-claimed'],
  ] as const)('%s implies that it has shipped: its message about it was lost', (name, state) => {
    for (const before of [outside(), outside().message('WillSupply')]) {
      const { request, facts } = says(before.build(), name, { due: SHIPMENT.due });
      expect([request.state, request.due]).toEqual([state, SHIPMENT.due]);
      expect(facts.map(({ trigger }) => trigger)[0]).toBe('loaned');
    }
  });

  test('implies nothing where a copy is wanted', () => {
    const copy = { ...outside().build(), service: 'copy' as const };
    expect(codes(receive(copy, { name: 'Overdue', askId: 'ask-1' }, context()))).toEqual(['not-in-this-state']);
  });
});
