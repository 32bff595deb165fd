import { aCheckout, aHold, anItem, aPatron, monday, policies } from '../../../../test/builders/circulation.ts';
import { itemOf } from '../../../../test/builders/moved.ts';
import { aRule } from '../../../../test/builders/policies.ts';
import type { Decided } from '../decisions/decision.ts';
import { keyUse } from '../decisions/used-keys.ts';
import { decideCheckout } from './checkout.ts';
import type { CheckoutRequest } from './checkout-request.ts';
import { untargeted } from './lend.ts';

const lent = (over: Partial<CheckoutRequest> = {}): Decided => {
  const decision = decideCheckout(aCheckout(over));
  if ('refused' in decision) throw new Error(JSON.stringify(decision.refused));
  return decision;
};
const due = '2026-03-30T21:59:59.000Z';
const override = { by: 'staff:1', comment: 'agreed' };
const waived = ({ facts }: Decided) => facts.find(({ name }) => name === 'refusals-overridden')?.detail;

describe('the earliest due date of a patron’s loans', () => {
  const [earlier, later] = ['2026-03-10T22:59:59.000Z', '2026-04-20T21:59:59.000Z'];
  test.each<[string, string | undefined, string | undefined, object]>([
    ['is not known before and stays unknown', undefined, undefined, { read: undefined }],
    ['stays, because another loan is due earlier', earlier, undefined, { read: earlier }],
    ['becomes that of this loan, which is due earlier', later, undefined, { read: later, set: due }],
    ['stays when this loan is due at the same time', due, undefined, { read: due }],
    [
      'is that of the loans that were read, where this one is due later',
      later,
      earlier,
      { read: later, set: earlier, v: 3 },
    ],
    ['is that of this loan, where those that were read are due later', later, later, { read: later, set: due, v: 3 }],
    ['is known after the loans were read', undefined, earlier, { read: undefined, set: earlier, v: 3 }],
    ['stays when those that were read say the same', earlier, earlier, { read: earlier, v: 3 }],
  ])('%s', (_what, dueFrom, earliest, expected) => {
    const patron = aPatron(dueFrom === undefined ? {} : { dueFrom });
    const { changes } = lent({ patron, ...(earliest !== undefined && { earliest }) });
    expect(changes.patrons[0]?.dueFrom).toStrictEqual(expected);
  });
});

describe('a hold at the loan of a copy', () => {
  const own = aHold({ patronId: 'pat_1', state: 'on-shelf', targetItemId: 'itm_1', v: 4 });
  const fulfilled = {
    after: { ...own, state: 'fulfilled', ended: { at: monday, cause: 'checked-out' }, v: 5 },
    expect: 4,
  };
  const aside = anItem({
    state: 'on-hold-shelf',
    hold: { holdId: 'hld_1', patronId: 'pat_1', pickupBranch: 'cedar.main' },
  });

  test('of the patron is fulfilled by the copy that was set aside for it, and no other copy is released', () => {
    const { changes, facts } = lent({ item: aside, claim: own, ownHold: own });
    expect([changes.holds, changes.pageToRelease, changes.resets]).toEqual([[fulfilled], undefined, undefined]);
    expect(changes.item?.after).not.toHaveProperty('hold');
    // A copy that is at its owner again is on no interlibrary loan any more.
    const home = { ...aside, request: { requestId: 'req_1' } };
    expect(itemOf(lent({ item: home, claim: own, branchId: 'ash.main' }))).not.toHaveProperty('request');
    expect(facts[1]).toMatchObject({
      name: 'hold-fulfilled',
      holdId: 'hld_1',
      itemId: 'itm_1',
      branchId: 'birch.east',
    });
  });

  test('of the patron that waits without a copy is fulfilled too; one that has ended is left alone', () => {
    const waits = lent({ ownHold: aHold({ patronId: 'pat_1' }) });
    expect(waits.changes.holds).toMatchObject([{ after: { state: 'fulfilled', targetItemId: 'itm_1' } }]);
    expect([waits.changes.pageToRelease, waits.changes.patrons[0]?.add]).toEqual([undefined, { holds: -1, loans: 1 }]);
    const ended = lent({ ownHold: aHold({ patronId: 'pat_1', state: 'cancelled' }) });
    expect([ended.changes.holds, ended.changes.patrons[0]?.add]).toEqual([[], { loans: 1 }]);
    expect(ended.facts.map(({ name }) => name)).toEqual(['item-checked-out']);
  });

  test('of another patron waits again at its place when a supervisor lends its copy, and the patron’s own is fulfilled', () => {
    const other = aHold({ state: 'targeted', targetItemId: 'itm_1', v: 2 });
    const mine = aHold({ holdId: 'hld_2', patronId: 'pat_1' });
    const item = anItem({ state: 'paged', hold: { holdId: 'hld_1', patronId: 'pat_2', pickupBranch: 'cedar.main' } });
    const { changes, facts } = lent({ item, claim: other, ownHold: mine, override });
    expect(changes.holds.map(({ after }) => [after.holdId, after.state])).toEqual([
      ['hld_1', 'placed'],
      ['hld_2', 'fulfilled'],
    ]);
    expect(facts.map(({ name }) => name)).toEqual(['item-checked-out', 'hold-fulfilled', 'refusals-overridden']);
  });

  test('that loses its copy keeps everything but what it had of it', () => {
    const paged = aHold({ state: 'targeted', targetItemId: 'itm_1', targetedAt: monday, lookAt: monday, priority: 3 });
    expect(untargeted(paged)).toStrictEqual({ after: aHold({ priority: 3, v: 2 }), expect: 1 });
  });
});

test('C65 only the limits that a supervisor waived are left out of the write; an override that waived nothing is no fact', () => {
  const rules = policies([aRule({ values: { maxLoans: { limit: 2, group: 'dvds' } } })]);
  const item = anItem({ category: 'dvd' });
  const limitsOf = (owed: number, dvds: number) => {
    const patron = aPatron({ counters: { loans: 2, holds: 0, owed, perGroup: { dvds } } });
    const made = lent({ item, patron, policies: rules, override });
    return [made.changes.patrons[0]?.limits.map(({ counter }) => counter), waived(made)];
  };
  expect(limitsOf(2001, 0)).toEqual([['loans', 'group:dvds'], { by: 'staff:1', codes: 'owed-over-limit' }]);
  expect(limitsOf(0, 2)).toEqual([['loans', 'owed'], { by: 'staff:1', codes: 'too-many-in-group' }]);
  expect(limitsOf(2001, 2)).toEqual([['loans'], { by: 'staff:1', codes: 'too-many-in-group owed-over-limit' }]);
  expect(limitsOf(0, 0)).toEqual([['loans', 'group:dvds', 'owed'], undefined]);
});

test('the decision log has what a checkout met: the zone, the channel, the counters before and the months since the last use', () => {
  const patron = aPatron({
    counters: { loans: 2, holds: 1, owed: 30, perGroup: {} },
    uses: { '*': '2026-02', birch: '2025-12' },
  });
  const { context, changes } = lent({ patron });
  expect(context).toStrictEqual({
    ...{ zone: 'Europe/Berlin', channel: 'system', counters: { loans: 2, holds: 1, owed: 30 }, equipment: false },
    since: { use: 1, loan: 3, loanHere: 3 },
  });
  const after = { '*': '2026-03', birch: '2026-03' };
  expect(changes.patrons[0]?.uses).toEqual({ before: patron.uses, after });
  expect(lent({ patron: aPatron({ uses: after }) }).changes.patrons[0]).not.toHaveProperty('uses');
  const equipment = policies([], { equipmentTypes: ['book'] });
  expect(lent({ policies: equipment, channel: 'self-check' }).context).toMatchObject({
    ...{ channel: 'self-check', equipment: true },
  });
});

test('C87 a loan that a desk made without a network begins then, and a retry reports what it passed', () => {
  const key = { key: 'k', body: 'b' };
  const patron = aPatron({ expiresOn: '2026-02-27' });
  const made = lent({ patron, madeAt: '2026-02-28T11:00:00.000Z', override, key });
  const after = itemOf(made);
  expect(after.loan).toMatchObject({ checkedOutAt: '2026-02-28T11:00:00.000Z', due: '2026-03-28T22:59:59.000Z' });
  expect(made.context).toMatchObject({ madeAt: '2026-02-28T11:00:00.000Z' });
  expect(made.changes.patrons[0]?.uses?.after).toEqual({ '*': '2026-02', birch: '2026-02' });
  expect(made.facts[0]).toMatchObject({ at: monday });
  const conflicts = (over: Partial<CheckoutRequest>) => {
    const use = keyUse(itemOf(lent({ key, override, ...over })).keys ?? [], key);
    return 'result' in use && use.result.split(' ')[2];
  };
  // The version of the rules, and the place of `card-expired` in the list of refusals.
  expect([conflicts({ patron, madeAt: '2026-02-28T11:00:00.000Z' }), conflicts({ patron })]).toEqual(['1.0', '1']);
  expect(conflicts({ madeAt: '2026-02-28T11:00:00.000Z' })).toBe('1');
});

test('a loan names the version of the rules by which it was made, also in the answer to a retry', () => {
  const adopted = policies();
  const fourth = { ...adopted, loanRules: { ...adopted.loanRules, version: 4 } };
  const { loan, keys } = itemOf(lent({ policies: fourth, key: { key: 'k', body: 'b' }, loanId: 'lon_7' }));
  expect([loan?.policyVersion, loan?.loanId]).toEqual([4, 'lon_7']);
  expect(keys).toEqual([expect.stringMatching(/^k b 7 \S+ 4 base$/)]);
  const plain = itemOf(lent());
  expect(plain).not.toHaveProperty('keys');
  for (const name of ['costCentre', 'proxyId', 'groups']) expect(plain.loan).not.toHaveProperty(name);
});
