import { aCalendar } from '../../../../test/builders/calendar.ts';
import {
  aCheckin,
  aCheckout,
  aHold,
  aLentItem,
  anItem,
  aPatron,
  monday,
  policies as somePolicies,
} from '../../../../test/builders/circulation.ts';
import { aRule } from '../../../../test/builders/policies.ts';
import { encodeFacts } from '../../../items/public/encode-facts.ts';
import type { ItemCirculation } from '../../../items/public/item-circulation.ts';
import { decideCheckin } from '../checkin/checkin.ts';
import { decideCheckout } from '../loans/checkout.ts';
import type { CheckoutRequest } from '../loans/checkout-request.ts';
import { decideRenewal } from '../loans/renewal.ts';
import type { Decided } from './decision.ts';
import { contextIn, packContext } from './decision-context.ts';
import { decisionFactSchema, decisionMessageSchema } from './decision-fact.ts';
import { decisionsOfHold, decisionsOfItem, messagesOf, refusalFact } from './decisions-made.ts';

const newYork = { ...aCalendar(), timeZone: 'America/New_York' };

/** Returns the facts that the relay makes of a decision's write. */
const written = (before: ItemCirculation, decided: Decided) => {
  const after = decided.changes.item?.after ?? before;
  const context = decided.context ? `\n${packContext(decided.context)}` : '';
  return decisionsOfItem({ before, after, encodedFacts: `${encodeFacts(decided.facts, after)}${context}` });
};

const lent = (over: Partial<CheckoutRequest> = {}) => {
  const request = aCheckout({ channel: 'desk', ...over });
  const decided = decideCheckout(request);
  if ('refused' in decided) throw new Error(JSON.stringify(decided.refused));
  return { facts: written(request.item, decided), after: decided.changes.item?.after, decided };
};

test('a checkout is logged with the rule, the counters before, the local day and both places, and without patron or item', () => {
  const patron = aPatron({ counters: { loans: 3, holds: 1, owed: 250, perGroup: {} }, uses: { '*': '2026-02' } });
  const { facts } = lent({ patron });
  expect(facts).toMatchObject([
    {
      ...{ decision: 'checkout', outcome: 'allowed', codes: '', channel: 'desk', interlibrary: 0 },
      ...{ utcHour: '2026-03-02T11', localDay: '2026-03-02', localHour: 12, weekday: 1, zone: 'Europe/Berlin' },
      ...{ owner: 'ash', itemBranch: 'ash.main', location: 'stacks', itemCategory: 'book' },
      ...{ branch: 'birch.east', member: 'birch', patronMember: 'cedar', patronCategory: 'adult' },
      ...{ loansBefore: 3, holdsBefore: 1, owedBefore: 250, renewalsBefore: 0, daysOnLoan: null },
      ...{ monthsSinceUse: 1, monthsSinceLoan: null, monthsSinceLoanHere: null },
    },
  ]);
  expect(facts.map((fact) => decisionFactSchema.parse(fact))).toEqual(facts);
  expect(JSON.stringify(facts)).not.toMatch(/pat_1|itm_1|300001|lon_|rec_1/);
});

test('a loan, its refusal and its return say whether the loan rules name the item’s type as equipment', () => {
  const { policies } = aCheckout();
  const ruled = (equipmentTypes: string[]) => ({
    ...policies,
    loanRules: { ...policies.loanRules, body: { ...policies.loanRules.body, equipmentTypes } },
  });
  expect(lent().facts).toMatchObject([{ itemCategory: 'book', equipment: 0 }]);
  const { facts, after } = lent({ policies: ruled(['laptop', 'book']) });
  expect(facts).toMatchObject([{ equipment: 1 }]);
  if (!after) throw new Error('not lent');
  expect(written(after, decideCheckin(aCheckin({ item: after, policies: ruled(['book']) })))).toMatchObject([
    { equipment: 1 },
  ]);
  const { item, patron } = aCheckout();
  const context = { zone: 'UTC', channel: 'desk' as const };
  const refused = { decision: 'checkout' as const, at: monday, branch: 'birch.east', patron, item };
  expect(refusalFact({ ...refused, context: { ...context, equipment: true } }, ['x'], 'y')).toMatchObject({
    equipment: 1,
  });
  expect(refusalFact({ ...refused, context }, ['x'], 'y')).toMatchObject({ equipment: null });
});

const ruled = (patronResidence: { in: string[] } | { notIn: string[] }) =>
  somePolicies(
    [
      aRule({
        id: 'local',
        when: { patronResidence },
        values: { loanPeriod: { days: 7 }, limits: [{ group: 'media', limit: 5 }] },
      }),
    ],
    { limitGroups: { media: { depth: 'member' }, unlimited: { depth: 'consortium' } } },
  );
const local = aPatron({
  residence: 'oakham',
  counters: { loans: 4, holds: 0, owed: 0, perGroup: { 'media@birch': 2, unlimited: 4 } },
});
const open = { overdue: 1, accrued: 75 };

test('a loan, its renewal and its refusal have overdue loans, accrued fines and tested groups before, the price, and the side of residence', () => {
  const [price, policies] = [2495, ruled({ in: ['oakham'] })];
  const met = {
    overdueBefore: 1,
    accruedBefore: 75,
    groupsBefore: '{"media@birch":2}',
    residence: 'in',
    itemPrice: 2495,
  };
  const { facts, after } = lent({ patron: local, policies, item: anItem({ price }), ...open });
  expect(facts).toMatchObject([{ decision: 'checkout', ruleId: 'local', schemaVersion: 1, ...met }]);
  if (!after?.loan) throw new Error('not lent');
  const item = { ...after, loan: { ...after.loan, due: '2026-03-03T22:59:59.000Z' } };
  const asked = { item, patron: local, at: monday, calendar: aCalendar(), waiting: [], ids: { bill: 'b', entry: 'e' } };
  const renewed = decideRenewal({ ...asked, policies: ruled({ notIn: ['elmton'] }), ...open });
  if ('refused' in renewed) throw new Error(JSON.stringify(renewed.refused));
  const renewal = written(item, renewed);
  expect(renewal).toMatchObject([{ decision: 'renewal', ...met, residence: 'not-in' }]);
  const counters = { loans: 4, holds: 0, owed: 0, ...open };
  const context = { zone: 'UTC', channel: 'desk' as const, counters, groups: [2, null], residence: 'in' as const };
  const about = { at: monday, branch: 'birch.east', patron: local, groups: ['media@birch', 'unlimited'], context };
  const refused = refusalFact({ ...about, decision: 'checkout', item: anItem({ price }) }, ['x'], 'y');
  expect(refused).toMatchObject({ outcome: 'refused', ...met });
  const [returned] = written(item, decideCheckin(aCheckin({ item, policies })));
  const none = { overdueBefore: null, accruedBefore: null, groupsBefore: null, residence: null };
  expect(returned).toMatchObject({ decision: 'return', ...none, itemPrice: 2495 });
  const hold = { after: aHold(), encodedFacts: `hold-placed\n${packContext({ ...context, groups: [1] })}` };
  const [placed] = decisionsOfHold(hold);
  expect(placed).toMatchObject({ ...met, groupsBefore: null, itemPrice: null });
  const all = [...facts, ...renewal, refused, returned, placed];
  expect(all.map((fact) => decisionFactSchema.parse(fact))).toEqual(all);
  expect(JSON.stringify(all)).not.toMatch(/oakham|elmton/);
});

test('what was not read, and a rule without a condition on residence, are unknown; a message without a column is refused', () => {
  const none = { overdueBefore: null, accruedBefore: null, groupsBefore: null, residence: null, itemPrice: null };
  const [fact] = lent().facts;
  if (!fact) throw new Error('not logged');
  expect(fact).toMatchObject(none);
  const { overdueBefore: _1, accruedBefore: _2, groupsBefore: _3, residence: _4, itemPrice: _5, ...earlier } = fact;
  expect(decisionMessageSchema.parse({ fact, cause: 'birch' })).toEqual({ fact, cause: 'birch' });
  expect(decisionMessageSchema.safeParse({ fact: earlier, cause: 'birch' }).success).toBe(false);
});

test('N6 a checkout at 22:00 in New York on 31 March belongs to March, though it is April in UTC', () => {
  const { facts } = lent({ at: '2026-04-01T02:00:00.000Z', calendar: newYork });
  expect(facts).toMatchObject([{ localDay: '2026-03-31', localHour: 22, weekday: 2, utcHour: '2026-04-01T02' }]);
});

test('N5 a loan is counted when it is made: its return in the next year is a fact of its own', () => {
  const { facts, after } = lent({ at: '2026-12-20T10:00:00.000Z' });
  expect(facts).toMatchObject([{ decision: 'checkout', localDay: '2026-12-20' }]);
  if (!after) throw new Error('not lent');
  const back = aCheckin({ item: after, at: '2027-01-15T10:00:00.000Z', channel: 'self-check' });
  const [returned] = written(after, decideCheckin(back));
  expect(returned).toMatchObject({
    ...{ decision: 'return', localDay: '2027-01-15', daysOnLoan: 26, channel: 'self-check', patronCategory: 'adult' },
    ...{ loansBefore: null, monthsSinceUse: null },
  });
  expect(returned?.eventId).not.toBe(facts[0]?.eventId);
});

test('a return in time is 0 days late; a scan of a copy that is not lent is no decision', () => {
  const onTime = aLentItem({ checkedOutAt: '2026-02-20T11:00:00.000Z', due: '2026-03-05T22:59:59.000Z' });
  expect(written(onTime, decideCheckin(aCheckin({ item: onTime, at: monday })))).toMatchObject([
    { decision: 'return', daysOnLoan: 10, daysLate: 0 },
  ]);
  expect(written(anItem(), decideCheckin(aCheckin({ item: anItem(), at: monday })))).toEqual([]);
});

test('a renewal belongs to the desk of its checkout, and has the days kept and late before it', () => {
  const item = aLentItem();
  const { policies } = aCheckout();
  const ids = { bill: 'bil_1', entry: 'ent_1' };
  const patron = aPatron({ uses: { '*': '2026-02', birch: '2026-02' } });
  const decided = decideRenewal({
    ...{ item, patron, at: monday, policies, calendar: aCalendar(), waiting: [], ids, channel: 'patron' as const },
  });
  if ('refused' in decided) throw new Error(JSON.stringify(decided.refused));
  expect(written(item, decided)).toMatchObject([
    {
      ...{ decision: 'renewal', channel: 'patron', branch: 'birch.east', renewalsBefore: 0 },
      ...{ daysOnLoan: 28, daysLate: 3, monthsSinceLoan: 1, monthsSinceLoanHere: 1 },
    },
  ]);
  // The fined patron is written once in the transaction, with the fine and the month.
  expect(decided.changes.patrons).toMatchObject([{ uses: { after: { '*': '2026-03', birch: '2026-03' } } }]);
  // One in time has no fine, and is one decision as well.
  const inTime = aLentItem({ due: '2026-03-03T22:59:59.000Z' });
  const free = decideRenewal({ item: inTime, patron, at: monday, policies, calendar: aCalendar(), waiting: [], ids });
  if ('refused' in free) throw new Error(JSON.stringify(free.refused));
  expect(written(inTime, free)).toMatchObject([{ decision: 'renewal', daysLate: 0 }]);
});

test('a message to the archive is paid by the library of the desk', () => {
  const { facts } = lent();
  expect(messagesOf(facts)).toEqual([{ fact: facts[0], cause: 'birch' }]);
});

test('an override is logged with the codes that staff waived', () => {
  const patron = aPatron({ counters: { loans: 99, holds: 0, owed: 0, perGroup: {} } });
  const { facts } = lent({ patron, override: { by: 'stf_1', comment: 'agreed' } });
  expect(facts).toMatchObject([{ outcome: 'overridden', codes: 'too-many-loans', loansBefore: 99 }]);
  expect(JSON.stringify(facts)).not.toContain('stf_1');
});

test('a refusal is logged with its codes and the counters that it met, and is no use of the library', () => {
  const { item, patron } = aCheckout({ patron: aPatron({ counters: { loans: 9, holds: 2, owed: 0, perGroup: {} } }) });
  const context = { zone: 'America/New_York', channel: 'self-check' as const, counters: patron.counters };
  const asked = { decision: 'checkout' as const, at: '2026-04-01T02:30:00.000Z', branch: 'birch.east', patron, item };
  const fact = refusalFact({ ...asked, ruleId: 'base', policyVersion: 3, context }, ['too-many-loans', 'b', 'b'], 'x');
  expect(fact).toMatchObject({
    ...{ outcome: 'refused', codes: 'b too-many-loans', localDay: '2026-03-31', loansBefore: 9, holdsBefore: 2 },
    ...{ ruleId: 'base', policyVersion: 3, monthsSinceUse: null },
  });
  expect(decisionFactSchema.parse(fact)).toEqual(fact);
});

test('a placed hold is a fact; its later changes, and one loaded from an old system, are none', () => {
  const context = { zone: 'Europe/Berlin', channel: 'patron' as const, counters: { loans: 0, holds: 4, owed: 0 } };
  const rule = { id: 'ash-films', version: 7 };
  const line = packContext({ ...context, since: { use: null, loan: null, loanHere: null }, rule });
  const after = aHold({ pickupBranch: 'cedar.main' });
  const [fact] = decisionsOfHold({ after, encodedFacts: `hold-placed\n${line}` });
  expect(fact).toMatchObject({
    ...{ decision: 'hold', branch: 'cedar.main', member: 'cedar', holdsBefore: 4, owner: null, channel: 'patron' },
    ...{ ruleId: 'ash-films', policyVersion: 7, equipment: null },
  });
  expect(decisionFactSchema.parse(fact)).toEqual(fact);
  expect(decisionsOfHold({ before: after, after: { ...after, v: after.v + 1 }, encodedFacts: 'hold-changed' })).toEqual(
    [],
  );
  expect(decisionsOfHold({ after, encodedFacts: 'hold-loaded' })).toEqual([]);
  const ended = { ...after, state: 'cancelled' as const, ended: { at: monday, cause: 'by-patron' }, v: after.v + 1 };
  expect(decisionsOfHold({ before: after, after: ended, encodedFacts: `hold-ended\n${line}` })).toEqual([]);
  const unruled = packContext({ ...context, since: { use: null, loan: null, loanHere: null } });
  const [other] = decisionsOfHold({ after: { ...after, holdId: 'hld_2' }, encodedFacts: unruled });
  expect(other).toMatchObject({ ruleId: null, policyVersion: null });
  expect(other?.eventId).not.toBe(fact?.eventId);
});

test('the context of a decision survives packing, and facts without one give none', () => {
  const context = {
    ...{ zone: 'America/Argentina/Buenos_Aires', channel: 'desk' as const },
    ...{ counters: { loans: 1, holds: 0, owed: 1999 }, since: { use: 0, loan: 35, loanHere: null } },
  };
  expect(contextIn(`item-checked-out\n${packContext(context)}`)).toEqual(context);
  // As a version without overdue loans and accrued fines wrote it.
  expect(contextIn('~America/Argentina/Buenos_Aires 0 1.0.1999 0.35.-')).toEqual(context);
  const more = [
    { residence: 'in' as const, groups: [3, null, 0] },
    { residence: 'not-in' as const, counters: { loans: 1, holds: 0, owed: 2, overdue: 0 } },
    { counters: { loans: 1, holds: 0, owed: 2, overdue: 3, accrued: 0 }, madeAt: monday },
    { equipment: true },
    { equipment: false },
    { rule: { id: 'films: 2 days, r:all', version: 12 } },
  ];
  for (const one of more) {
    expect(contextIn(packContext({ ...context, ...one }))).toEqual({ ...context, ...one });
    const bare = { zone: 'UTC', channel: 'system' as const, ...one };
    expect(contextIn(packContext(bare))).toEqual(bare);
  }
  expect(contextIn('item-checked-out')).toBeUndefined();
  expect(contextIn(undefined)).toBeUndefined();
  expect(contextIn('~UTC')).toEqual({ zone: 'UTC', channel: 'system' });
});

test('a loan, a renewal and a return that were entered later have the days and months of their own time in the archive', () => {
  const [made, entered] = ['2026-03-31T16:00:00.000Z', '2026-04-02T09:00:00.000Z'];
  const patron = aPatron({ uses: { '*': '2026-02', birch: '2026-02' } });
  const { facts, after, decided } = lent({ at: entered, madeAt: made, patron });
  expect(facts).toMatchObject([{ decision: 'checkout', localDay: '2026-03-31', monthsSinceUse: 1 }]);
  expect(decided.changes.patrons[0]?.uses?.after).toEqual({ '*': '2026-03', birch: '2026-03' });
  if (!after?.loan) throw new Error('not lent');
  const item = { ...after, loan: { ...after.loan, due: '2026-03-30T21:59:59.000Z' } };
  const times = { at: entered, madeAt: '2026-03-31T17:00:00.000Z' };
  const { policies } = aCheckout();
  const ids = { bill: 'bil_1', entry: 'ent_1' };
  const renewed = decideRenewal({ ...times, item, patron, policies, calendar: aCalendar(), waiting: [], ids });
  if ('refused' in renewed) throw new Error(JSON.stringify(renewed.refused));
  expect(written(item, renewed)).toMatchObject([{ decision: 'renewal', localDay: '2026-03-31', daysLate: 1 }]);
  const back = written(item, decideCheckin(aCheckin({ item, ...times })));
  expect(back).toMatchObject([{ decision: 'return', localDay: '2026-03-31', daysOnLoan: 0, daysLate: 1 }]);
});
