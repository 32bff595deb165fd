import { decisionFactSchema } from './decision-fact.ts';

test('every column of the archive has an entry in the data dictionary', () => {
  const { shape } = decisionFactSchema;
  const explained = Object.entries(shape).filter(([, column]) => (column.description ?? '').length > 10);
  expect(explained.map(([name]) => name)).toEqual(Object.keys(shape));
});

const fact = {
  ...{ eventId: 'e', schemaVersion: 1, decision: 'checkout', outcome: 'allowed', codes: '', zone: 'UTC' },
  ...{ utcHour: '2026-03-02T11', localDay: '2026-03-02', localHour: 11, weekday: 1, channel: 'desk', interlibrary: 0 },
  ...{ owner: null, itemBranch: null, location: null, itemCategory: null, branch: 'ash.main', member: 'ash' },
  ...{ patronMember: null, patronCategory: null, equipment: null, ruleId: null, policyVersion: null },
  ...{ itemPrice: null, residence: null, overdueBefore: null, accruedBefore: null, groupsBefore: null },
  ...{ loansBefore: null, holdsBefore: null, owedBefore: null, renewalsBefore: null, daysGranted: null },
  ...{ daysOnLoan: null, daysLate: null, monthsSinceUse: null, monthsSinceLoan: null, monthsSinceLoanHere: null },
};
const isFact = (over: object): boolean => decisionFactSchema.safeParse({ ...fact, ...over }).success;

test('a decision is a checkout, renewal, return or hold that was allowed, overridden or refused, and has no other columns', () => {
  expect(['checkout', 'renewal', 'return', 'hold', ''].map((decision) => isFact({ decision }))).toEqual([
    ...[true, true, true, true, false],
  ]);
  expect(['allowed', 'overridden', 'refused', ''].map((outcome) => isFact({ outcome }))).toEqual([
    true,
    true,
    true,
    false,
  ]);
  expect(isFact({ patronId: 'pat_1' })).toBe(false);
  expect([
    isFact({ weekday: 1.5 }),
    isFact({ owner: 'ash' }),
    isFact({ daysLate: 3 }),
    isFact({ branch: null }),
  ]).toEqual([...[false, true, true, false]]);
});
