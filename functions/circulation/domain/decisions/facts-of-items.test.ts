import {
  aCheckin,
  aCheckout,
  aHold,
  aLentItem,
  anItem,
  aPatron,
  monday,
} from '../../../../test/builders/circulation.ts';
import { decodeFacts } from '../../../items/public/decode-facts.ts';
import { encodeFacts } from '../../../items/public/encode-facts.ts';
import { decideCheckin } from '../checkin/checkin.ts';
import { declareLost } from '../items/lost-and-claimed.ts';
import { decideCheckout } from '../loans/checkout.ts';
import type { Decided } from './decision.ts';
import { packCheckin, packLoan, unpackCheckin, unpackLoan } from './stored-results.ts';

const roundTrip = (decision: Decided | { refused: unknown }, before = anItem()) => {
  if ('refused' in decision) throw new Error(JSON.stringify(decision));
  const after = decision.changes.item?.after ?? before;
  const encoded = encodeFacts(decision.facts, after) ?? '';
  return { encoded, facts: decodeFacts(encoded, before, after), decided: decision.facts };
};

test('a checkout is stored by its event name only and restored in full', () => {
  const { encoded, facts, decided } = roundTrip(decideCheckout(aCheckout()));
  expect(encoded).toBe('item-checked-out');
  expect(facts).toEqual(decided);
});

test('a late return stores no patron on the item, and its events are restored with loan and patron from the previous state', () => {
  const { encoded, facts, decided } = roundTrip(decideCheckin(aCheckin({ branchId: 'elm.main' })), aLentItem());
  expect(encoded).not.toContain('pat_1');
  expect(facts.map(({ name, patronId }) => [name, patronId])).toEqual([
    ['fine-charged', 'pat_1'],
    ['loan-closed', 'pat_1'],
    ['item-sent', undefined],
    ['item-checked-in', undefined],
  ]);
  expect(facts.map(({ at, detail, branchId }) => ({ at, detail, branchId }))).toEqual(
    decided.map(({ at, detail, branchId }) => ({ at, detail, branchId })),
  );
});

test('a hold on the shelf is restored with hold, patron and last day', () => {
  const { facts } = roundTrip(
    decideCheckin(aCheckin({ item: anItem(), branchId: 'cedar.main', waiting: [aHold()] })),
    anItem(),
  );
  expect(facts.find(({ name }) => name === 'hold-on-shelf')).toEqual({
    name: 'hold-on-shelf',
    at: monday,
    members: { owner: 'ash', desk: 'cedar' },
    itemId: 'itm_1',
    branchId: 'cedar.main',
    holdId: 'hld_1',
    patronId: 'pat_2',
    detail: { shelfExpiresAt: '2026-03-09T22:59:59.000Z' },
  });
});

test('time and place are stored where the item does not contain them', () => {
  const at = '2026-03-03T11:00:00.000Z';
  const decision = declareLost({
    item: aLentItem(),
    at,
    branchId: 'cedar.north',
    ids: { bill: 'bil_1', entry: 'ent_1', feeBill: 'bil_2', feeEntry: 'ent_2' },
  });
  const { encoded, facts } = roundTrip(decision, aLentItem());
  expect(encoded).toBe(`@${at}\n#cedar.north\nitem-lost\nlost-charged {"amount":3000,"currency":"EUR"}`);
  expect(facts.map(({ at: when, branchId }) => [when, branchId])).toEqual([
    [at, 'cedar.north'],
    [at, 'cedar.north'],
  ]);
});

test('an override is stored with the person and the codes', () => {
  const patron = aPatron({ counters: { loans: 15, holds: 0, owed: 0, perGroup: {} } });
  const override = { by: 'stf_9', comment: 'agreed by phone' };
  const { facts } = roundTrip(decideCheckout(aCheckout({ patron, override })));
  expect(facts.find(({ name }) => name === 'refusals-overridden')?.detail).toEqual({
    by: 'stf_9',
    codes: 'too-many-loans',
  });
});

test('the answer to a repeated request survives packing', () => {
  const loan = { loanId: 'lon_1', due: '2026-03-30T21:59:59.000Z', ruleId: 'ash dvd', policyVersion: 41 };
  expect(unpackLoan(packLoan(loan))).toEqual(loan);
  const checkin = {
    next: { step: 'send' as const, branchId: 'ash.main', forHold: true, because: 'for-hold' as const },
    loanClosed: true,
    fine: 125,
    refund: 3000,
    warnings: ['state-repaired'],
  };
  expect(unpackCheckin(packCheckin(checkin))).toEqual(checkin);
});
