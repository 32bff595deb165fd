const exact = (value: number): string => value.toFixed(12);
const [preparer, approver] = ['staff:stf_01kaw5v7n0000000000000003z', 'staff:stf_01kaw5v7n0000000000000001z'];
const other = 'staff:stf_01kaw5v7n0000000000000009z';
const hash = 'c1f7a3f0f6cf02aa6bb58d3cc38f28d4f1d5f2e8a1b0c9d8e7f6a5b4c3d2e1f0';
const day = (month: string, number: number): string => `${month}-${String(number).padStart(2, '0')}T09:00:00.000Z`;

const metered = (total: number, synthetic = false) => ({
  metered: {
    ...{ currency: 'USD', total: exact(total), unattributed: exact(total * 0.0042), synthetic },
    ...{ provisionalUntil: '2026-11-10', priceBook: 'us-east-1/2024-11-01/8' },
  },
  unattributedPercent: '0.42',
});
const draft = { hash, statements: 6, currency: 'USD', total: 16_243, due: 9350 };
const bill = { reconciliation: { billId: 'pbl_2', billed: exact(162.43) } };

/** The steps of a preparer and an approver for a month, one a day. */
const steps = (month: string, taken: [step: string, by: string, reason?: string][]) =>
  taken.map(([step, by, reason], at) => ({ step, by, at: day(month, at + 3), ...(reason && { reason }) }));

const untouched = (month: string) => ({ month, state: 'open', round: 0, steps: [] });

/** The months of the fixture: one in each state, one whose statements failed, one that its approver prepared. */
const months = [
  untouched('2026-11'),
  {
    ...{ month: '2026-10', state: 'metered', round: 0, ...metered(161.2) },
    steps: steps('2026-11', [['meter', preparer]]),
  },
  {
    ...{ month: '2026-09', state: 'metered', round: 0, ...metered(158) },
    steps: steps('2026-10', [
      ['meter', preparer],
      ['reconcile', preparer],
      ['reopen', approver, 'The bill was restated'],
      ['meter', preparer],
    ]),
  },
  {
    ...{ month: '2026-08', state: 'reconciled', round: 1, ...metered(160.1), ...bill, draft },
    steps: steps('2026-09', [
      ['meter', preparer],
      ['reconcile', other],
    ]),
  },
  {
    ...{ month: '2026-07', state: 'reconciled', round: 1, ...metered(150), ...bill, draft },
    steps: steps('2026-08', [
      ['meter', approver],
      ['reconcile', other],
    ]),
  },
  {
    ...{ month: '2026-06', state: 'reconciled', round: 1, ...metered(140), ...bill },
    blocked: 'There is no rate from USD to EUR in the billing policy.',
    steps: steps('2026-07', [
      ['meter', preparer],
      ['reconcile', preparer],
    ]),
  },
  {
    ...{ month: '2026-05', state: 'closed', round: 1, ...metered(131, true), draft },
    ...{ reconciliation: { reason: 'Trial month' }, seal: { hash } },
    steps: steps('2026-06', [
      ['meter', preparer],
      ['reconcile', preparer],
      ['approve', approver],
      ['close', 'workflow'],
    ]),
  },
  untouched('2026-04'),
];

const opened = (lineId: string, text: string) => ({
  ...{ memberId: 'riverton', month: '2026-05', lineId, state: 'open', since: day('2026-06', 12) },
  thread: [{ at: day('2026-06', 12), by: 'staff:stf_01kaw5v7n0000000000000000z', side: 'member', text }],
});
const search = opened('direct-own-search', 'We were closed for a week.');
const dues = {
  ...opened('dues-membership', 'The fee was agreed lower.'),
  ...{ month: '2026-04', state: 'upheld', upheldAmount: 1200 },
};

/** The board: a month in each state, one line that waits for an answer and one for its correction, and the names of the people who acted. */
export const fixtureBoard = () => ({
  ...{ periods: months, openDisputes: [search, dues], budgetAlerts: { '2026-10': 3 } },
  names: { [preparer]: 'Kwame Boateng', [approver]: 'Miriam Feldman', [other]: 'Noriko Tanaka' },
});

const take = (month: string, more: object) => ({
  ...(months.find((one) => one.month === month) ?? untouched(month)),
  ...more,
});

/** A month after a preparation. */
export const fixturePrepared = (month: string, { step }: Record<string, unknown>) =>
  step === 'meter'
    ? take(month, { state: 'metered', ...metered(120) })
    : take(month, { state: 'reconciled', round: 1 });

/** A month after a decision. */
export const fixtureDecided = (month: string, { step }: Record<string, unknown>) =>
  take(month, { state: step === 'approve' ? 'approved' : 'open' });

const ids = ['riverton', 'lakeshore', 'harcourt', 'calder', 'ashgrove', 'northfield'];

/** The content of a month: its statements, if any, and a credit and a correction in the current one. */
export const fixturePack = (month: string, verify: boolean) => {
  const period = take(month, {});
  const heads = ids.map((memberId, at) => ({
    ...{ memberId, currency: 'USD', total: [5041, 3902, 3577, 2276, 813, 634][at], due: 1500 + at, hash },
    ...(period.state === 'closed' && { booked: day('2026-06', 6), invoice: `2026-00000${at + 1}` }),
  }));
  const made = { by: preparer, at: day('2026-11', 4), currency: 'USD' };
  const adjustments = [
    {
      kind: 'credit',
      memberId: 'calder',
      code: 'outage',
      amount: -500,
      reason: 'Search stood still',
      ...made,
      lineId: 'credit-outage',
    },
    {
      ...{ kind: 'one-off', memberId: 'calder', code: 'courier', description: 'Courier, October and November' },
      ...{ amount: 4500, reason: 'Order 7', ...made, lineId: 'one-off-courier' },
    },
    {
      ...{ kind: 'correction', memberId: 'riverton', corrects: { month: '2026-05', lineId: 'dues-membership' } },
      ...{ amount: -1200, reason: 'The fee was agreed lower', ...made, line: { block: 'dues' }, mode: 'charge' },
      lineId: 'correction-2026-05-dues-membership',
    },
  ];
  return {
    period,
    statements: 'draft' in period ? heads : [],
    adjustments: month === '2026-11' ? adjustments : [],
    ...(verify && { verified: false, broken: { month, memberId: 'calder', what: 'statement' } }),
  };
};

/** The figures of the refusal of a credit that the billing policy does not allow beside the earlier ones of the month. */
export const fixtureBounds = (asked: number) => {
  const money = (amount: number) => ({ amount, currency: 'USD' });
  return { limit: money(100_000), used: money(-60_000), asked: money(asked) };
};
