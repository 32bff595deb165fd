import { aCalendar } from '../../../../test/builders/calendar.ts';
import {
  aCheckin,
  aHold,
  aLentItem,
  aLoan,
  anItem,
  aPatron,
  monday,
  policies,
} from '../../../../test/builders/circulation.ts';
import { aRule, blocksDocument } from '../../../../test/builders/policies.ts';
import { loanStateOf } from '../../../items/public/loan-state-of.ts';
import { decideCheckin } from '../checkin/checkin.ts';
import { decideRenewal, type RenewalRequest, saysEnoughToRenew } from './renewal.ts';

const aRenewal = (over: Partial<RenewalRequest> = {}): RenewalRequest => ({
  item: aLentItem(),
  patron: aPatron({ counters: { loans: 1, holds: 0, owed: 0, perGroup: {} } }),
  at: monday,
  policies: policies(),
  calendar: aCalendar(),
  waiting: [],
  ids: { bill: 'bil_1', entry: 'ent_1' },
  ...over,
});

const outcome = (over: Partial<RenewalRequest> = {}) => {
  const decision = decideRenewal(aRenewal(over));
  return 'refused' in decision ? decision.refused.map(({ code }) => code) : decision;
};

test('C68 a renewal keeps the checkout’s branch and uses the current rules, written to the item alone after the month’s first use', () => {
  const rules = policies([aRule({ id: 'ash', setBy: 'ash', values: { loanPeriod: { days: 14 }, finePerDay: 10 } })]);
  const inForce = { ...rules, loanRules: { ...rules.loanRules, version: 4 } };
  const terms = { perDay: 25, cap: 1000, grace: 0, lost: 3000, currency: 'EUR' };
  const loan = aLoan({ due: '2026-03-16T22:59:59.000Z', renewals: 1, policyVersion: 4, ruleId: 'ash', terms });
  const inTime = aLentItem({ due: '2026-03-02T22:59:59.000Z' });
  const patron = aPatron({ uses: { '*': '2026-03', birch: '2026-03' } });
  expect(outcome({ policies: inForce, item: inTime, patron })).toMatchObject({
    changes: {
      item: { after: aLentItem({ ...loan, patronCategory: 'adult' }, { v: 8 }), expect: 7 },
      patrons: [],
      holds: [],
      bills: [],
    },
    facts: [
      { name: 'loan-renewed', loanId: 'lon_1', members: { owner: 'ash', patron: 'cedar' }, detail: { renewals: 1 } },
    ],
    postings: [],
  });
});

test('a loan that its rule renewed is marked so, in its fact too, until somebody renews it', () => {
  const rules = policies([aRule({ values: { autoRenewDays: 2 } })]);
  const item = aLentItem({ due: '2026-03-04T22:59:59.000Z' });
  const byRule = outcome({ policies: rules, item, isAutomatic: true });
  if (Array.isArray(byRule)) throw new Error('It is refused.');
  const { after } = byRule.changes.item ?? {};
  expect(after?.loan).toMatchObject({ auto: true, renewals: 1, terms: { renew: 2 } });
  expect(byRule.facts[0]?.detail).toEqual({ due: after?.loan?.due, renewals: 1, by: 'rule' });
  const later = '2026-03-10T11:00:00.000Z';
  const asked = outcome({ policies: rules, at: later, ...(after && { item: after }) });
  if (Array.isArray(asked)) throw new Error('It is refused.');
  expect(asked.changes.item?.after.loan).not.toHaveProperty('auto');
  expect(asked.facts[0]?.detail).not.toHaveProperty('by');
});

test('C68 every reason against is listed', () => {
  const patron = aPatron({ expiresOn: '2026-03-01', counters: { loans: 1, holds: 0, owed: 2001, perGroup: {} } });
  const item = aLentItem({ renewals: 2 }, { state: 'claimed-returned' });
  expect(outcome({ patron, item, waiting: [aHold()] })).toEqual([
    ...['loan-claimed', 'renewals-used-up', 'hold-waiting', 'card-expired', 'owed-over-limit'],
  ]);
  expect(outcome({ item: aLentItem({}, { state: 'lost' }) })).toEqual(['loan-lost']);
  expect(outcome({ item: anItem() })).toEqual(['not-on-loan']);
  expect(outcome({ patron: aPatron({ patronId: 'pat_9' }) })).toEqual(['not-on-loan']);
  expect(outcome({ item: aLentItem({ due: '2026-06-01T21:59:59.000Z' }) })).toEqual(['renewal-not-longer']);
});

test('C68 only a hold that could use this copy prevents it', () => {
  const others = [
    aHold({ itemId: 'itm_9' }),
    aHold({ holdId: 'hld_2', state: 'frozen' }),
    aHold({ holdId: 'hld_3', patronId: 'pat_1' }),
  ];
  expect(outcome({ waiting: others })).toHaveProperty('changes');
  expect(outcome({ waiting: [...others, aHold({ holdId: 'hld_4' })] })).toEqual(['hold-waiting']);
});

test('finding C6: a hold whose copy is being fetched, on its way or on the shelf prevents no renewal of the other copies', () => {
  const served = (['targeted', 'in-transit', 'on-shelf'] as const).map((state) =>
    aHold({ holdId: `hld_${state}`, state, targetItemId: 'itm_20' }),
  );
  for (const hold of served) expect(outcome({ waiting: [hold] })).toHaveProperty('changes');
  const recalled = aLentItem({ recalledAt: '2026-02-20T11:00:00.000Z' });
  for (const hold of served)
    expect(outcome({ item: recalled, waiting: [{ ...hold, recalledItemId: 'itm_1' }] })).toHaveProperty('changes');
  expect(outcome({ waiting: [...served, aHold({ holdId: 'hld_9' })] })).toEqual(['hold-waiting']);
});

test('C68 C71 an overdue loan is fined until it is renewed, as by a check-in, and not again', () => {
  const item = aLentItem({ due: '2026-02-25T22:59:59.000Z' });
  const renewed = outcome({ item });
  // Thursday, Friday, Saturday and Monday: the branch is closed on Sunday.
  const charged = { amount: 100, currency: 'EUR' };
  expect(renewed).toMatchObject({
    changes: {
      bills: [{ billId: 'bil_1', patronId: 'pat_1', loanId: 'lon_1', member: 'birch', kind: 'overdue', ...charged }],
      patrons: [{ patronId: 'pat_1', add: { owed: 100 }, limits: [] }],
    },
    postings: [{ entryId: 'ent_1', kind: 'fine-charged', causeId: 'bil_1', member: 'birch', ...charged }],
    facts: [{ name: 'loan-renewed' }, { name: 'fine-charged', detail: { ...charged, days: 4 } }],
  });
  const returned = decideCheckin(aCheckin({ item }));
  expect('refused' in returned ? [] : returned.postings).toMatchObject([{ kind: 'fine-charged', ...charged }]);
  const after = Array.isArray(renewed) ? undefined : renewed.changes.item?.after;
  const back = decideCheckin(aCheckin({ item: after ?? item, at: '2026-03-03T11:00:00.000Z' }));
  expect('refused' in back ? [] : back.postings).toEqual([]);
});

test('C68 C70 a recall prevents a renewal while its hold waits; once renewed all the same, the loan is no longer recalled', () => {
  const item = aLentItem({ due: '2026-03-04T22:59:59.000Z', recalledAt: '2026-02-20T11:00:00.000Z' });
  const recall = aHold({ recalledItemId: 'itm_1', itemId: 'itm_2' });
  expect(outcome({ item, waiting: [recall] })).toEqual(['loan-recalled']);
  // Another copy is assigned to the hold, or it no longer waits.
  for (const state of ['on-shelf', 'in-transit', 'frozen'] as const) {
    expect(outcome({ item, waiting: [{ ...recall, state }] })).toMatchObject({ changes: {} });
  }
  const override = { by: 'staff:a', comment: 'agreed by phone' };
  const renewed = outcome({ item, waiting: [recall], override });
  const after = 'changes' in renewed ? renewed.changes.item?.after : undefined;
  expect(after && [after.loan?.recalledAt, loanStateOf(after, monday)]).toEqual([undefined, 'open']);
});

test('C71 the maximum fine covers the whole loan: fines at renewals count towards it at its return', () => {
  const fines = (decision: object): number[] =>
    'changes' in decision
      ? (decision.changes as { bills: { amount: number }[] }).bills.map(({ amount }) => amount)
      : [];
  const renewed = outcome({ item: aLentItem({ due: '2026-01-30T22:59:59.000Z' }) });
  // 26 open days since, 25 a day, at most 1000 for the loan.
  expect(fines(renewed)).toEqual([650]);
  const item = 'changes' in renewed ? renewed.changes.item?.after : undefined;
  expect(item?.loan?.fined).toBe(650);
  const returned = decideCheckin(aCheckin({ item: item ?? anItem(), at: '2026-08-01T11:00:00.000Z' }));
  expect(fines(returned)).toEqual([350]);
  const spent = outcome({ item: aLentItem({ due: '2025-11-28T22:59:59.000Z' }) });
  expect(fines(spent)).toEqual([1000]);
  const nothing = 'changes' in spent ? spent.changes.item?.after : undefined;
  expect(fines(decideCheckin(aCheckin({ item: nothing ?? anItem(), at: '2026-08-01T11:00:00.000Z' })))).toEqual([]);
});

const due = '2026-03-30T21:59:59.000Z';
const checksOf = (over: Partial<RenewalRequest> = {}) => decideRenewal(aRenewal(over)).explain.checks;
const failed = (over: Partial<RenewalRequest> = {}) =>
  checksOf(over).flatMap(({ passed, check, detail, params }) => (passed ? [] : [{ check, detail, params }]));

test('C68 a permitted renewal explains each check with its figures, the rule and the new due date', () => {
  const { explain } = decideRenewal(aRenewal());
  expect(explain).toMatchObject({ policyVersion: 1, due: { due, moved: [] } });
  expect(explain.checks).toEqual([
    { check: 'loan-lost', passed: true, detail: 'The item is on-loan' },
    { check: 'loan-claimed', passed: true, detail: 'The item is on-loan' },
    { check: 'loan-recalled', passed: true, detail: 'Not recalled' },
    { check: 'renewals-used-up', passed: true, detail: 'Renewed 0 of 2 times', params: { has: 0, limit: 2 } },
    { check: 'hold-waiting', passed: true, detail: 'Nobody waits for it' },
    {
      ...{ check: 'card-expired', passed: true, detail: 'The card is good to 2030-12-31' },
      params: { expiresOn: '2030-12-31' },
    },
    { check: 'patron-blocked', passed: true, detail: 'No block applies' },
    { check: 'too-many-loans', passed: true, detail: 'Has 1 of at most 16 (loans)', params: { has: 1, limit: 16 } },
    expect.objectContaining({ check: 'owed-over-limit', passed: true, detail: 'Owes 0.00 EUR of at most 20.00 EUR' }),
    {
      ...{ check: 'renewal-not-longer', passed: true },
      detail: `Due 2026-02-27T22:59:59.000Z; renewed now, ${due}`,
      params: { due: '2026-02-27T22:59:59.000Z', renewed: due },
    },
  ]);
});

test('C68 each refusal of a renewal says why in one sentence', () => {
  const why = (over: Partial<RenewalRequest>) => failed(over).map(({ check, detail }) => `${check}: ${detail}`);
  expect(why({ item: anItem() })).toEqual(['not-on-loan: The item is not lent to this patron']);
  expect(why({ item: aLentItem({}, { state: 'lost-and-paid' }) })).toEqual(['loan-lost: The item is lost-and-paid']);
  expect(why({ item: aLentItem({}, { state: 'claimed-returned' }) })).toEqual([
    'loan-claimed: The item is claimed-returned',
  ]);
  expect(why({ item: aLentItem({}, { request: { requestId: 'req_1' } }) })).toEqual([
    'lender-decides: Its lender is to be asked',
  ]);
  expect(why({ waiting: [aHold()] })).toEqual(['hold-waiting: Another patron waits']);
  expect(why({ waiting: [aHold({ recalledItemId: 'itm_1', itemId: 'itm_2' })] })).toEqual([
    'loan-recalled: Recalled for another patron',
  ]);
  expect(why({ waiting: [aHold({ recalledItemId: 'itm_9', itemId: 'itm_2' })] })).toEqual([]);
  expect(failed({ item: aLentItem({ due }) })).toEqual([
    { check: 'renewal-not-longer', detail: `Due ${due}; renewed now, ${due}`, params: { due, renewed: due } },
  ]);
});

test('C8 accrued fines count in the debt that prevents a renewal', () => {
  const patron = aPatron({ counters: { loans: 1, holds: 0, owed: 1900, perGroup: {} } });
  expect([outcome({ patron, accrued: 101 }), failed({ patron, accrued: 100 })]).toEqual([['owed-over-limit'], []]);
});

test('C35 a block that prevents renewals counts where the item was lent and at its owner, and the policy may exclude an override', () => {
  const by = (scope: string, stops?: ('renewal' | 'checkout')[]) =>
    aPatron({ blocks: [{ code: 'rude', scope, since: monday, by: 'staff:1', ...(stops && { stops }) }] });
  const refused = (patron: RenewalRequest['patron']) => failed({ patron }).map(({ check }) => check);
  // That expired cards may renew does not let blocked patrons renew.
  expect(outcome({ patron: by('birch'), policies: policies([], { expiredMayRenew: true }) })).toEqual([
    'patron-blocked',
  ]);
  expect(['birch', 'ash', 'cedar', 'consortium'].map((scope) => refused(by(scope)))).toEqual([
    ...[['patron-blocked'], ['patron-blocked'], [], ['patron-blocked']],
  ]);
  expect([refused(by('birch', ['renewal'])), refused(by('birch', ['checkout']))]).toEqual([['patron-blocked'], []]);
  const override = { by: 'staff:a', comment: 'agreed' };
  const strict = { ...policies(), blocks: blocksDocument({ neverOverridden: ['rude'] }) };
  expect(outcome({ patron: by('birch'), override })).toHaveProperty('changes');
  expect(outcome({ patron: by('birch'), override, policies: strict })).toEqual(['patron-blocked']);
});

test('C69 a card limits the new due date to the end of its last day, also on that day itself', () => {
  const dueBy = (expiresOn: string) => decideRenewal(aRenewal({ patron: aPatron({ expiresOn }) })).explain.due?.due;
  expect(dueBy('2026-03-02')).toBe('2026-03-02T22:59:59.000Z');
  expect(dueBy('2026-03-10')).toBe('2026-03-10T22:59:59.000Z');
});

test('C68 a supervisor sets the due date; an override that waived nothing is no fact of its own', () => {
  const override = { by: 'staff:a', comment: 'exhibition', due: '2026-04-15T15:00:00.000Z' };
  expect(outcome({ override })).toMatchObject({
    changes: { item: { after: { loan: { due: override.due } } } },
    facts: [{ name: 'loan-renewed' }, { name: 'fine-charged' }],
  });
  expect(decideRenewal(aRenewal({ override })).explain.due).toEqual({ due: override.due, moved: [] });
  const full = outcome({ override, item: aLentItem({ renewals: 2 }), waiting: [aHold()] });
  expect(!Array.isArray(full) && full.facts.at(-1)).toMatchObject({
    ...{ name: 'refusals-overridden', detail: { by: 'staff:a', codes: 'renewals-used-up hold-waiting' } },
  });
});

test('C87 a renewal that a desk made without a network runs from then: its due date, its fine and the month of its use', () => {
  const patron = aPatron({ uses: { '*': '2026-01', cedar: '2026-01' } });
  const made = outcome({ patron, madeAt: '2026-02-28T11:00:00.000Z', channel: 'desk' });
  const uses = { before: patron.uses, after: { '*': '2026-02', birch: '2026-02', cedar: '2026-01' } };
  expect(made).toMatchObject({
    changes: {
      item: { after: { loan: { due: '2026-03-28T22:59:59.000Z', fined: 25 } } },
      // One change of the patron has both the fine and the use.
      patrons: [{ patronId: 'pat_1', add: { owed: 25 }, limits: [], uses }],
    },
    facts: [
      { name: 'loan-renewed', at: monday },
      { name: 'fine-charged', at: monday, detail: { days: 1 } },
    ],
    context: { madeAt: '2026-02-28T11:00:00.000Z', channel: 'desk', zone: 'Europe/Berlin', equipment: false },
  });
});

test('C68 a renewal in time writes the patron only for a new month of use; the decision log has what it met', () => {
  const item = aLentItem({ due: '2026-03-04T22:59:59.000Z' }, { category: 'laptop' });
  const uses = { before: { '*': '2026-02' }, after: { '*': '2026-03', birch: '2026-03' } };
  const patron = aPatron({ counters: { loans: 2, holds: 1, owed: 30, perGroup: {} }, uses: uses.before });
  const made = outcome({ item, patron, policies: policies([], { equipmentTypes: ['laptop'] }) });
  expect(!Array.isArray(made) && made.changes.patrons).toEqual([{ patronId: 'pat_1', add: {}, limits: [], uses }]);
  expect(!Array.isArray(made) && made.context).toStrictEqual({
    ...{ zone: 'Europe/Berlin', channel: 'system', equipment: true, counters: { loans: 2, holds: 1, owed: 30 } },
    since: { use: 1, loan: null, loanHere: null },
  });
  const noted = outcome({ item, patron: aPatron({ uses: uses.after }) });
  expect(!Array.isArray(noted) && [noted.changes.patrons, noted.changes.item?.after.loan]).toEqual([
    [],
    expect.not.objectContaining({ fined: expect.anything() }),
  ]);
});

test('the queue is read until it is known who waits for the copy and, once recalled, for whom', () => {
  const asked = (item = aLentItem()) => saysEnoughToRenew({ item, policies: policies(), patronId: 'pat_1' });
  const recalled = aLentItem({ recalledAt: monday });
  const recall = aHold({ holdId: 'hld_2', recalledItemId: 'itm_1' });
  expect([asked()([]), asked()([aHold({ patronId: 'pat_1' })]), asked()([aHold()])]).toEqual([false, false, true]);
  expect([asked(recalled)([aHold()]), asked(recalled)([aHold(), recall])]).toEqual([false, true]);
});
