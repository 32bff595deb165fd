import fc from 'fast-check';
import { addDays, millis } from '../../../../layers/kernel/calendar/days.ts';
import { patronsSchema } from '../../../../layers/records/policies/domain/patrons.ts';
import { aLentItem, anItem } from '../../../../test/builders/circulation.ts';
import type { DecisionFact } from '../decisions/decision-fact.ts';
import { pastLoanSchema, retentionOutcome } from './past-loan.ts';
import { countedLoans, endedLoans, type PastLoanEvent, pastLoanEventSchema, settledLoans } from './past-loan-event.ts';

const rules = (loans: object) => patronsSchema.parse({ loans }).loans;
const ended = '2026-03-02T11:00:00.000Z';
const loan = { endedAt: ended, fees: 'none' as const, keepsHistory: false, at: ended };

test.each<[string, object, object, object]>([
  ['at close is forgotten', {}, {}, { keep: false }],
  [
    'after an interval is kept for it',
    { anonymise: { when: 'after-days', days: 30 } },
    {},
    { keep: true, until: '2026-04-01T11:00:00.000Z' },
  ],
  [
    'that is past is forgotten',
    { anonymise: { when: 'after-days', days: 30 } },
    { at: '2026-05-01T00:00:00.000Z' },
    { keep: false },
  ],
  ['never is kept', { anonymise: { when: 'never' } }, {}, { keep: true }],
  ['with an open fee is kept, whatever the rule', {}, { fees: 'open' }, { keep: true }],
  ['with settled fees is forgotten', {}, { fees: 'settled' }, { keep: false }],
  [
    'with settled fees may have an interval of its own',
    { anonymiseWithFees: { when: 'after-days', days: 10 } },
    { fees: 'settled', at: '2026-03-20T09:00:00.000Z' },
    { keep: true, until: '2026-03-30T09:00:00.000Z' },
  ],
  [
    'that the patron wants to find again is kept',
    { historyDays: 365 },
    { keepsHistory: true },
    { keep: true, until: '2027-03-02T11:00:00.000Z' },
  ],
  [
    'is kept for the longer of the patron’s choice and the rule',
    { historyDays: 10, anonymise: { when: 'after-days', days: 30 } },
    { keepsHistory: true },
    { keep: true, until: '2026-04-01T11:00:00.000Z' },
  ],
  [
    'with settled fees never is kept',
    { anonymiseWithFees: { when: 'never' } },
    { fees: 'settled', at: '2026-03-20T09:00:00.000Z' },
    { keep: true },
  ],
  [
    'by the rule for loans with fees does not follow the rule for those without',
    { anonymise: { when: 'never' } },
    { fees: 'settled' },
    { keep: false },
  ],
  [
    'that the patron wants to find again never is kept without an end',
    { historyDays: 365, anonymise: { when: 'never' } },
    { keepsHistory: true },
    { keep: true },
  ],
  [
    'is kept for the patron’s choice where that is longer than the rule',
    { historyDays: 60, anonymise: { when: 'after-days', days: 30 } },
    { keepsHistory: true },
    { keep: true, until: '2026-05-01T11:00:00.000Z' },
  ],
  [
    'at the very end of its interval is forgotten',
    { anonymise: { when: 'after-days', days: 30 } },
    { at: '2026-04-01T11:00:00.000Z' },
    { keep: false },
  ],
  [
    'a moment before the end of its interval is kept',
    { anonymise: { when: 'after-days', days: 30 } },
    { at: '2026-04-01T10:59:59.000Z' },
    { keep: true, until: '2026-04-01T11:00:00.000Z' },
  ],
])('C78 a returned loan anonymised %s', (_what, loans, more, expected) => {
  expect(retentionOutcome(rules(loans), { ...loan, ...more })).toEqual(expected);
});

test('C75 no rule or choice of the patron anonymises a loan with an open fee, or stores one whose period has ended', () => {
  const days = fc.integer({ min: 0, max: 4000 });
  const rule = fc.oneof(fc.record({ when: fc.constant('after-days'), days }), fc.constant({ when: 'never' }));
  const chosen = fc.record({ anonymise: rule, anonymiseWithFees: rule, historyDays: days });
  const fees = fc.constantFrom('none' as const, 'open' as const, 'settled' as const);
  fc.assert(
    fc.property(chosen, fees, fc.boolean(), days, (loanRules, of, keepsHistory, passed) => {
      const at = `${addDays('2026-03-02', passed)}T11:00:00.000Z`;
      const outcome = retentionOutcome(rules(loanRules), { endedAt: ended, fees: of, keepsHistory, at });
      if (of === 'open') expect(outcome).toEqual({ keep: true });
      if (outcome.keep && outcome.until !== undefined) expect(millis(outcome.until)).toBeGreaterThan(millis(at));
    }),
  );
});

test('the message about an ended loan names its patron; the stored and counted loan does not', () => {
  const lent = aLentItem();
  const fact = { name: 'loan-closed' as const, at: ended, members: {} };
  const [message] = endedLoans(lent, [fact]);
  expect(message).toMatchObject({ event: 'ended', patronId: 'pat_1', cause: 'birch' });
  expect(JSON.stringify(message?.event === 'ended' && message.loan)).not.toContain('pat_1');
  expect(endedLoans(anItem(), [fact])).toEqual([]);
  expect(endedLoans(lent, [])).toEqual([]);
});

test.each([
  ['paid off', 300, 0, 1],
  ['paid in part', 300, 100, 0],
  ['written again', 0, 0, 0],
])('a bill %s reports its loan as settled only when nothing remains to be paid', (_what, before, open, count) => {
  const bill = { patronId: 'pat_1', loanId: 'lon_1', itemId: 'itm_1', member: 'ash' };
  expect(settledLoans({ ...bill, open: before }, { ...bill, open })).toHaveLength(count);
  const { loanId: _, ...fee } = bill;
  expect(settledLoans({ ...fee, open: before }, { ...fee, open })).toEqual([]);
});

const settled = { patronId: 'pat_1', loanId: 'lon_1', itemId: 'itm_1', member: 'ash', open: 0 };
const returned = { name: 'loan-closed' as const, at: ended, members: {} };
const past = {
  ...{ loanId: 'lon_1', itemId: 'itm_1', sourceId: 'ash:1', recordId: 'rec_1', memberId: 'ash', itemCategory: 'book' },
  ...{ checkoutBranch: 'birch.east', checkedOutAt: '2026-02-02T11:00:00.000Z', due: '2026-02-27T22:59:59.000Z' },
  ...{ renewals: 0, endedAt: ended },
};

test('an ended loan is stored with its copy, its days and its desk; of a copy without a record no record is named', () => {
  const earlier = { ...returned, name: 'item-checked-in' as const, at: '2026-03-02T10:00:00.000Z' };
  expect(endedLoans(aLentItem(), [earlier, returned])).toStrictEqual([
    { event: 'ended', patronId: 'pat_1', loan: past, cause: 'birch' },
  ]);
  const { recordId: _item, ...uncatalogued } = aLentItem();
  const { recordId: _loan, ...without } = past;
  expect(endedLoans(uncatalogued, [returned])).toStrictEqual([
    { event: 'ended', patronId: 'pat_1', loan: without, cause: 'birch' },
  ]);
  expect(endedLoans(undefined, [returned])).toEqual([]);
});

test('a bill that is settled names its loan; one that is settled at once, or of no loan or copy, changes nothing', () => {
  const event = { event: 'settled', patronId: 'pat_1', loanId: 'lon_1', itemId: 'itm_1', cause: 'ash' };
  expect(settledLoans({ ...settled, open: 1 }, settled)).toEqual([event]);
  expect(settledLoans(undefined, settled)).toEqual([event]);
  const { itemId: _, ...noCopy } = settled;
  expect(settledLoans({ ...noCopy, open: 1 }, noCopy)).toEqual([]);
});

const decision: DecisionFact = {
  ...{ eventId: 'e', schemaVersion: 1, decision: 'checkout', outcome: 'allowed', codes: '', zone: 'UTC' },
  ...{ utcHour: '2026-03-02T11', localDay: '2026-03-02', localHour: 11, weekday: 1, channel: 'desk', interlibrary: 0 },
  ...{ owner: null, itemBranch: null, location: null, itemCategory: null, branch: 'ash.main', member: 'ash' },
  ...{ patronMember: null, patronCategory: null, equipment: null, ruleId: null, policyVersion: null },
  ...{ itemPrice: null, residence: null, overdueBefore: null, accruedBefore: null, groupsBefore: null },
  ...{ loansBefore: null, holdsBefore: null, owedBefore: null, renewalsBefore: null, daysGranted: null },
  ...{ daysOnLoan: null, daysLate: null, monthsSinceUse: null, monthsSinceLoan: null, monthsSinceLoanHere: null },
};

test('checkouts and renewals are counted, returns and holds are not', () => {
  const made = (['checkout', 'renewal', 'return', 'hold'] as const).map((one) => ({ ...decision, decision: one }));
  expect(countedLoans(made)).toEqual([
    { event: 'counted', fact: made[0], cause: 'ash' },
    { event: 'counted', fact: made[1], cause: 'ash' },
  ]);
});

test('each message about a loan is read as it was sent; one without an id, or of no known event, is refused', () => {
  const messages: PastLoanEvent[] = [
    ...countedLoans([decision]),
    ...endedLoans(aLentItem(), [returned]),
    ...settledLoans(undefined, settled),
  ];
  expect(messages.map((message) => pastLoanEventSchema.parse(message))).toStrictEqual(messages);
  const isRead = (message: object) => pastLoanEventSchema.safeParse(message).success;
  expect(isRead({ ...messages[2], event: 'lost' })).toBe(false);
  for (const id of ['patronId', 'loanId', 'itemId']) expect(isRead({ ...messages[2], [id]: '' })).toBe(false);
  expect(isRead({ ...messages[1], patronId: '' })).toBe(false);
  const titled = { ...past, title: 'Lent by a library outside' };
  expect(pastLoanSchema.parse(titled)).toStrictEqual(titled);
  for (const name of ['loanId', 'itemId', 'sourceId', 'memberId', 'checkoutBranch', 'checkedOutAt', 'endedAt'])
    expect(pastLoanSchema.safeParse({ ...past, [name]: '' }).success).toBe(false);
});
