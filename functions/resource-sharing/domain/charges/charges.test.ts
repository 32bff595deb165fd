import fc from 'fast-check';
import type { LedgerEntry } from '../../../../layers/records/ledger/domain/entry.ts';
import { netPositions, nettingEntries, transfersOf } from '../../../../layers/records/ledger/domain/netting.ts';
import { type OwedPosting, postOwed } from '../../../../layers/records/ledger/domain/owed.ts';
import { aLoanRequest, context, SHIPMENT } from '../../../../test/builders/loan-request.ts';
import { receive } from '../messages/receive.ts';
import { currentAsk, type LoanRequest } from '../requests/request.ts';
import { defaultSharingPolicy, type SharingPolicy } from '../sharing-policy.ts';
import { type Acted, act } from '../workflow/act.ts';
import type { TriggerContext } from '../workflow/context.ts';
import type { Side, Trigger } from '../workflow/triggers.ts';
import { chargesOf, refundedCharges } from './charges.ts';
import { chargesByPair } from './statement.ts';
import { type FeeRules, supplyCost, termsToOffer } from './supply-cost.ts';

const policy: SharingPolicy = {
  ...defaultSharingPolicy,
  loanFees: [{ fee: 500 }, { from: 'birch', fee: 300 }],
  copyFees: [{ fee: 150 }],
  replacementFee: 4000,
};
const rules: FeeRules = { policy, currency: 'USD' };
const usd = (amount: number) => ({ amount, currency: 'USD' });

const acting = (request: LoanRequest, side: Side, trigger: Trigger, more: Partial<TriggerContext> = {}): Acted => {
  const askId = currentAsk(request)?.askId;
  const acted = act(request, trigger, context({ side, ...(askId !== undefined && { askId }), ...more }));
  if ('refused' in acted) throw new Error(`${trigger}: ${acted.refused.map(({ code }) => code).join()}`);
  return acted;
};
const short = ({ entryId, kind, owes, owed, amount, currency }: OwedPosting) =>
  `${entryId} ${kind}: ${owes} owes ${owed} ${amount} ${currency}`;
const charged = (acted: Acted, terms = {}, by = rules): string[] => chargesOf(acted, by, terms).map(short);
// A builder stores its steps: each test has its own.
const asked = () => aLoanRequest().withRota('birch').wanting('copy-or-loan').asked();

describe('a step costs', () => {
  test('the fee when the item is shipped, once for both sides; nothing when the step is repeated', () => {
    const shipped = acting(asked().build(), 'supplier', 'ship', SHIPMENT);
    expect(shipped.facts.map(({ trigger }) => trigger)).toEqual(['ship', 'loaned']);
    expect(charged(shipped)).toEqual(['ill-req-1-ask-1-loan ill-loan-charged: ash owes birch 300 USD']);
    const again = acting(shipped.request, 'supplier', 'ship', SHIPMENT);
    expect(again.unchanged).toBe('already-applied');
    expect(charged(again)).toEqual([]);
  });

  test('the fee of the branch that ships, otherwise the member’s', () => {
    const by = { kind: 'staff', staffId: 'stf-1', branch: 'birch.east' } as const;
    const east = { ...rules, policy: { ...policy, loanFees: [...policy.loanFees, { from: 'birch.east', fee: 70 }] } };
    const shipped = acting(asked().build(), 'supplier', 'ship', { ...SHIPMENT, by });
    expect(chargesOf(shipped, east).map(({ amount }) => amount)).toEqual([70]);
  });

  test('the amount that the supplier names with the item, instead of the fee', () => {
    const terms = { cost: usd(275) };
    const shipped = acting(asked().build(), 'supplier', 'ship', { ...SHIPMENT, terms });
    expect(charged(shipped, terms)).toEqual(['ill-req-1-ask-1-loan ill-loan-charged: ash owes birch 275 USD']);
  });

  test('the amount agreed with this supplier, never an offer of an earlier one', () => {
    const terms = { cost: usd(900) };
    const agreed = aLoanRequest()
      .withRota('birch', 'cedar')
      .asked()
      .then('supplier', 'offer-terms', { reason: 'CostExceedsMaxCost', terms })
      .then('requester', 'agree-terms');
    const shipped = acting(agreed.build(), 'supplier', 'ship', SHIPMENT);
    expect(chargesOf(shipped, rules).map(({ amount }) => amount)).toEqual([900]);
    const other = agreed.declined().asked().build();
    expect(other.terms?.cost).toEqual(terms.cost);
    const next = acting(other, 'supplier', 'ship', SHIPMENT);
    expect(charged(next)).toEqual(['ill-req-1-ask-2-loan ill-loan-charged: ash owes cedar 500 USD']);
  });

  test('its own fee for a copy, which is returned when the copy is unusable', () => {
    const sent = acting(asked().build(), 'supplier', 'supply-copy', { documentId: 'doc-1' });
    expect(charged(sent)).toEqual(['ill-req-1-ask-1-copy ill-copy-charged: ash owes birch 150 USD']);
    expect(refundedCharges(sent)).toEqual([]);
    const result = act(sent.request, 'copy-unusable', context());
    if ('refused' in result) throw new Error('it can be sent back');
    expect(refundedCharges(result)).toEqual(['ill-req-1-ask-1-copy']);
    expect(charged(result)).toEqual([]);
  });

  test('what the supplier asks for a lost loan, otherwise the amount of the policy', () => {
    const lost = asked().shipped().then('requester', 'report-lost').build();
    const closed = acting(lost, 'supplier', 'declare-lost');
    const line = (amount: number) => [
      `ill-req-1-ask-1-replacement ill-replacement-charged: ash owes birch ${amount} USD`,
    ];
    expect(charged(closed)).toEqual(line(4000));
    expect(charged(closed, { cost: usd(2600) })).toEqual(line(2600));
    expect(charged(closed, {}, { ...rules, policy: { ...policy, replacementFee: 0 } })).toEqual([]);
  });

  test('the claimed amount for damage, once the claim is accepted', () => {
    const terms = { cost: usd(1200) };
    const out = aLoanRequest().withRota('birch').asked().shipped().received().then('requester', 'ship-back');
    const claimed = acting(out.build(), 'supplier', 'check-in-damaged', { terms });
    expect(charged(claimed, terms)).toEqual([]);
    const accepted = acting(claimed.request, 'requester', 'accept-claim');
    expect(charged(accepted)).toEqual(['ill-req-1-ask-1-damage ill-damage-charged: ash owes birch 1200 USD']);
    const waived = acting(claimed.request, 'supplier', 'waive-claim');
    expect(charged(waived)).toEqual([]);
  });
});

describe('with a partner outside', () => {
  const particulars = { terms: { cost: { amount: 800, currency: 'EUR' } } };
  const at = {
    at: '2026-11-02T10:00:00.000Z',
    by: { kind: 'partner' as const, member: 'prt_1' },
    policy: context().policy,
  };
  const receiving = (request: LoanRequest, name: 'Loaned' | 'CopySupplied', carried: object): Acted => {
    const acted = receive(request, { name, askId: 'ask-1', ...carried }, at);
    if ('refused' in acted) throw new Error(JSON.stringify(acted.refused));
    return acted;
  };

  test('we owe the amount in its message when it ships or sends a copy', () => {
    const maxCost = { amount: 1000, currency: 'EUR' };
    const open = () => ({ ...aLoanRequest().withRota('prt_1').wanting('copy-or-loan').asked().build(), maxCost });
    const loaned = receiving(open(), 'Loaned', { ...SHIPMENT, ...particulars });
    expect(charged(loaned, particulars.terms)).toEqual([
      'ill-req-1-ask-1-loan ill-loan-charged: ash owes prt_1 800 EUR',
    ]);
    const copied = receiving(open(), 'CopySupplied', { url: 'https://example.org/1', ...particulars });
    expect(charged(copied, particulars.terms)).toEqual([
      'ill-req-1-ask-1-copy ill-copy-charged: ash owes prt_1 800 EUR',
    ]);
  });

  test('it owes us our fee when we ship', () => {
    const open = aLoanRequest().withRota('birch').asked().build();
    const theirs = {
      ...open,
      kind: 'outside-supply' as const,
      requesterMember: 'prt_1',
      pickupBranch: 'prt_1.outside',
    };
    const shipped = acting(theirs, 'supplier', 'ship', SHIPMENT);
    expect(shipped.outgoing.map(({ name }) => name)).toEqual(['Loaned']);
    expect(charged(shipped)).toEqual(['ill-req-1-ask-1-loan ill-loan-charged: prt_1 owes birch 300 USD']);
  });
});

describe('the maximum that a requester pays', () => {
  const ask = { supplierMember: 'birch' };
  const supply = { request: { pickupBranch: 'ash.main', maxCost: usd(400) }, ask, what: 'loan' as const };

  test('lets a supplier supply up to it; above, the cost must be offered as terms', () => {
    expect(termsToOffer(supply, rules)).toBeUndefined();
    expect(termsToOffer({ ...supply, statedCost: usd(400) }, rules)).toBeUndefined();
    const dear = { reason: 'CostExceedsMaxCost', terms: { cost: usd(401) } };
    expect(termsToOffer({ ...supply, statedCost: usd(401) }, rules)).toEqual(dear);
    expect(termsToOffer({ ...supply, statedCost: { amount: 1, currency: 'EUR' } }, rules)).toBeDefined();
    const agreed = { ...ask, offer: { cost: usd(401), agreed: true as const } };
    expect(termsToOffer({ ...supply, ask: agreed, statedCost: usd(401) }, rules)).toBeUndefined();
    expect(termsToOffer({ ...supply, ask: agreed, statedCost: usd(402) }, rules)).toBeDefined();
    const { maxCost: _, ...anything } = supply.request;
    expect(termsToOffer({ ...supply, request: anything, statedCost: usd(99_999) }, rules)).toBeUndefined();
  });

  test('is never exceeded by a charge, whatever a supplier’s message says, unless a person agreed to it', () => {
    const money = fc.record({ amount: fc.nat(2000), currency: fc.constantFrom('USD', 'EUR') });
    fc.assert(
      fc.property(money, money, fc.option(money, { nil: undefined }), (statedCost, maxCost, offered) => {
        const open = asked().build();
        const offer = offered && { cost: offered, agreed: true as const };
        const request = { ...open, maxCost, asks: open.asks.map((one) => ({ ...one, ...(offer && { offer }) })) };
        const shipped = acting(request, 'supplier', 'ship', { ...SHIPMENT, terms: { cost: statedCost } });
        for (const { amount, currency } of chargesOf(shipped, rules, { cost: statedCost })) {
          const limits = [maxCost, ...(offered ? [offered] : [])].filter((one) => one.currency === currency);
          expect(limits.some((one) => amount <= one.amount)).toBe(true);
        }
      }),
    );
  });
});

describe('members of one reciprocal group', () => {
  const free = (over: Partial<SharingPolicy>): FeeRules => ({
    ...rules,
    policy: { ...policy, reciprocalFree: true, ...over },
  });
  const west = { reciprocalGroups: { west: ['ash', 'birch'] } };
  const cost = (supplierMember: string, by: FeeRules, pickupBranch = 'ash.main') =>
    supplyCost({ request: { pickupBranch }, ask: { supplierMember }, what: 'loan', statedCost: usd(700) }, by)
      ?.amount ?? 0;

  test('F10 pay each other nothing under such a policy, whatever amount is named; others pay', () => {
    expect(cost('birch', free(west))).toBe(0);
    expect(cost('cedar', free(west))).toBe(700);
    expect(cost('birch', { ...rules, policy: { ...policy, ...west } })).toBe(700);
    expect(charged(acting(asked().build(), 'supplier', 'ship', SHIPMENT), {}, free(west))).toEqual([]);
  });

  test('are all members where no group is named, and a partner outside only if a group names it', () => {
    expect(cost('cedar', free({}))).toBe(0);
    expect(cost('prt_1', free({}))).toBe(700);
    expect(cost('birch', free({}), 'prt_1.outside')).toBe(700);
    expect(cost('prt_1', free({ reciprocalGroups: { friends: ['ash', 'prt_1'] } }))).toBe(0);
  });
});

describe('fees between members are settled by the shared netting', () => {
  const booked = (posting: OwedPosting): LedgerEntry => {
    const entry = postOwed(posting);
    if ('refused' in entry) throw new Error(JSON.stringify(entry.refused));
    return entry;
  };
  const loan = (requesterMember: string, supplier: string, requestId: string): LedgerEntry[] => {
    const open = aLoanRequest().withRota(supplier).asked().build();
    const request = { ...open, requestId, requesterMember, pickupBranch: `${requesterMember}.main` };
    return chargesOf(acting(request, 'supplier', 'ship', SHIPMENT), rules).map(booked);
  };

  test('F10 the nets of three members that lent to each other sum to zero, and two transfers settle them', () => {
    const entries = [
      loan('ash', 'birch', 'r1'),
      loan('ash', 'cedar', 'r2'),
      loan('birch', 'cedar', 'r3'),
      loan('cedar', 'ash', 'r4'),
    ];
    const positions = netPositions(entries.flat());
    expect(positions).toEqual([
      { member: 'ash', currency: 'USD', owed: 500, owes: 800, net: -300 },
      { member: 'birch', currency: 'USD', owed: 300, owes: 500, net: -200 },
      { member: 'cedar', currency: 'USD', owed: 1000, owes: 500, net: 500 },
    ]);
    expect(transfersOf(positions)).toEqual([
      { from: 'ash', to: 'cedar', currency: 'USD', amount: 300 },
      { from: 'birch', to: 'cedar', currency: 'USD', amount: 200 },
    ]);
    expect(nettingEntries('2026-11', positions)).toHaveLength(1);
    expect(
      chargesByPair(entries.flat(), 'ash').map(({ other, owes, owed, net }) => ({ other, owes, owed, net })),
    ).toEqual([
      { other: 'birch', owes: 300, owed: 0, net: -300 },
      { other: 'cedar', owes: 500, owed: 500, net: 0 },
    ]);
  });

  test('F10 a month of 200 libraries nets to zero to the cent', () => {
    const member = fc.integer({ min: 0, max: 199 }).map((n) => `m${n}`);
    const loans = fc.array(fc.record({ owes: member, owed: member, amount: fc.integer({ min: 1, max: 9999 }) }), {
      minLength: 50,
      maxLength: 400,
    });
    fc.assert(
      fc.property(loans, (all) => {
        const about = {
          kind: 'ill-loan-charged' as const,
          at: '2026-11-02T09:00:00.000Z',
          currency: 'USD',
          memo: 'loan',
        };
        const entries = all
          .filter(({ owes, owed }) => owes !== owed)
          .map((one, i) => booked({ ...about, ...one, entryId: `e${i}`, causeId: `r${i}` }));
        const positions = netPositions(entries);
        expect(positions.reduce((sum, { net }) => sum + net, 0)).toBe(0);
        for (const { member: own, net } of positions) {
          expect(chargesByPair(entries, own).reduce((sum, pair) => sum + pair.net, 0)).toBe(net);
        }
      }),
      { numRuns: 20 },
    );
  });
});
