const exact = (value: number): string => value.toFixed(12);
const hash = 'a3f5c2e1'.repeat(8);
const days = { from: '2026-05-01', to: '2026-05-31' };

const used = (block: string, pool: string, service: string, amount: number, of: string) => ({
  ...{ lineId: `${block}-${pool}-${service}`, block, title: `platform-${pool}`, service, mode: 'charge', ...days },
  ...{ amount, metered: exact(amount / 100), exact: exact(amount / 100) },
  evidence: {
    ...{ kind: 'usage', of, service },
    operations: [
      { operation: `${service}-check-out`, events: 41_200, amount: exact(amount / 150) },
      { operation: `${service}-check-in`, events: 39_870, amount: exact(amount / 300) },
    ],
  },
});

const lines = [
  used('direct', 'own', 'circulation', 1250, 'riverton'),
  used('direct', 'own', 'search', 880, 'riverton'),
  used('shared', 'consortium', 'catalogue', 412, 'consortium'),
  used('idle', 'idle', 'platform', 1042, 'idle'),
  {
    ...{ lineId: 'unmetered-support', block: 'unmetered', title: 'billed-support', mode: 'charge', ...days },
    ...{ amount: 487, exact: exact(4.867333), evidence: { kind: 'bill', billId: 'pbl_2' } },
  },
  {
    ...{ lineId: 'dues-membership', block: 'dues', title: 'dues', mode: 'charge', ...days, amount: 8334 },
    evidence: {
      ...{ kind: 'dues', reference: 'scn_01kb0000000000000000000001', year: '2026-01/2026-12', yearly: 92_000 },
      paidFor: [
        { kind: 'people', title: 'Systems librarian', amount: 6100 },
        { kind: 'courier', title: 'Courier', amount: 1567 },
      ],
    },
    codes: { account: '6815', costCentre: '4711-20', purchaseOrder: 'PO-2026-0118' },
    exchange: { from: 'EUR', rate: '1.087', source: 'ECB', date: '2026-05-29', amount: exact(76.67) },
  },
  {
    ...{ lineId: 'true-up-2025-membership', block: 'dues', title: 'dues-true-up', mode: 'charge', amount: -712 },
    ...{ from: '2025-01-01', to: '2025-12-31', chargeClass: 'Correction' },
    evidence: {
      ...{
        kind: 'true-up',
        year: 2025,
        fee: 'membership',
        reference: 'scn_01kb0000000000000000000001',
        scenario: hash,
      },
      ...{
        cost: 'ils',
        costs: { ils: 1_450_000 },
        packs: [{ month: '2025-01', hash }],
        actual: 91_288,
        billed: 92_000,
      },
      invoices: ['2025-000003', '2025-000009'],
    },
  },
  {
    ...{ lineId: 'between-members-loans-USD', block: 'between-members', title: 'between-members-loans' },
    ...{ mode: 'showback', ...days, amount: -1500 },
    evidence: { kind: 'ledger', period: '2026-05', entries: 3, owed: 3000, owes: 1500 },
  },
  {
    ...{ lineId: 'one-off-courier', block: 'one-off', title: 'one-off', description: 'Courier to Calder' },
    ...{ mode: 'charge', ...days, amount: 4500 },
    evidence: { kind: 'adjustment', reason: 'Order 7', by: 'staff:stf_1', at: '2026-05-11T09:00:00.000Z' },
  },
  {
    ...{ lineId: 'carried-2026-04-one-off-training', block: 'one-off', title: 'one-off', description: 'Training' },
    ...{ mode: 'charge', from: '2026-04-01', to: '2026-04-30', amount: 800 },
    carries: { month: '2026-04', lineId: 'one-off-training' },
    evidence: { kind: 'carried', month: '2026-04', lineId: 'one-off-training', reason: 'Order 6' },
  },
  {
    ...{ lineId: 'correction-2026-04-dues-membership', block: 'correction', title: 'correction', mode: 'charge' },
    ...{ from: '2026-04-01', to: '2026-04-30', amount: -1200, chargeClass: 'Correction' },
    corrects: { block: 'dues', month: '2026-04', lineId: 'dues-membership', invoice: '2026-000004' },
    evidence: {
      ...{ kind: 'adjustment', reason: 'The fee was agreed lower', at: '2026-05-12T09:00:00.000Z' },
      by: 'staff:stf_01kaw5v7n0000000000000003z',
    },
  },
  {
    ...{ lineId: 'tax-S-1900', block: 'tax', title: 'tax-S', mode: 'charge', ...days, amount: 1583 },
    tax: { category: 'S', rate: 1900, base: 8334 },
    evidence: { kind: 'lines', lineIds: ['dues-membership'] },
  },
];
const sum = (some: readonly { amount: number }[]): number => some.reduce((all, { amount }) => all + amount, 0);

const contribution = (side: string, text: string, at: string, more: object = {}) => ({
  ...{ side, text, at, by: 'staff:stf_01kaw5v7n0000000000000000z' },
  ...more,
});
const dispute = (lineId: string, state: string, thread: object[], more: object = {}) => ({
  ...{ memberId: 'riverton', month: '2026-05', lineId, state, since: '2026-06-12T09:00:00.000Z', thread },
  ...more,
});
const partly = {
  month: '2026-06',
  ...{ lineId: 'correction-2026-05-dues-membership', amount: 500, by: 'staff:stf_01kaw5v7n0000000000000003z' },
};
const closed = contribution('member', 'We were closed for a week.', '2026-06-12T09:00:00.000Z');

/** Riverton's statement of May, closed: every kind of line, one disputed and one with a decided dispute. */
export const fixtureMemberStatement = (month: string, memberId: string) => ({
  statement: {
    ...{ month, memberId, currency: 'USD', minorDigits: 2, billing: 'billing/2' },
    basis: {
      ...{ priceBook: 'us-east-1/2024-11-01/8', attribution: 'attribution/1', key: 'equal default', synthetic: false },
      ...{ bill: 'pbl_2', factors: [{ service: 'Lambda', factor: exact(1.03) }] },
    },
    codes: { version: 2, effectiveFrom: '2026-01-01', payable: { account: '1600' } },
    ...{ lines, total: sum(lines), due: sum(lines.filter(({ mode }) => mode === 'charge')) },
  },
  ...{ state: 'closed', hash, booked: '2026-06-06T09:00:00.000Z', invoice: '2026-000001' },
  disputes: [
    dispute('direct-own-search', 'open', [closed]),
    dispute(
      'dues-membership',
      'upheld',
      [
        contribution('member', 'The fee was agreed lower.', '2026-06-10T09:00:00.000Z'),
        contribution('consortium', 'So it was: see the next statement.', '2026-06-11T09:00:00.000Z', {
          ...{ decides: 'upheld', amount: 1200 },
        }),
      ],
      { upheldAmount: 1200, corrections: [partly] },
    ),
  ],
});

const rowsOf = (lineId: string): object[] => {
  if (lineId.startsWith('direct'))
    return [1, 2, 3].map((at) => ({
      ...{ kind: 'day', day: `2026-05-0${at}`, operation: 'circulation-check-out', events: 1400 + at },
      ...{ succeeded: 1377, synthetic: false, amount: exact(4.166667) },
      units: [{ meter: 'lambda-request', quantity: '0.001400' }],
    }));
  if (lineId.startsWith('shared'))
    return [{ kind: 'share', operation: 'catalogue-index', events: 120, amount: exact(4.12) }];
  if (lineId.startsWith('idle'))
    return [
      {
        ...{ kind: 'share', operation: 'search-domain', events: 0, amount: exact(10.42) },
        by: { key: 'use', of: 'searches' },
      },
    ];
  if (lineId.startsWith('between'))
    return [
      {
        ...{ kind: 'entry', entryId: 'ent_01kb0000000000000000000001', at: '2026-05-10T11:00:00.000Z' },
        ...{ entryKind: 'ill-loan-charged', account: 'due-from-members', side: 'debit', amount: 3000, currency: 'USD' },
      },
    ];
  if (lineId.startsWith('unmetered'))
    return [
      {
        ...{ kind: 'billed', service: 'AWSSupportBusiness', category: 'support', usageType: '' },
        ...{ from: '2026-05-01', until: '2026-05-31', cost: exact(29.204), key: 'equal default' },
        ...{ share: exact(1 / 6), amount: exact(4.867333) },
      },
    ];
  if (lineId.startsWith('dues'))
    return [
      {
        ...{ kind: 'fee', scenarioId: 'scn_01kb0000000000000000000001', title: 'Dues of 2026', year: 2026 },
        ...{ decisionReference: 'Board 2025-11', currency: 'EUR', yearly: 92_000, twelfth: 5, amount: 7667 },
        parts: [
          { title: 'Membership', of: 'part', amount: 50_000 },
          { title: 'By population', of: 'part', amount: 42_000, basis: { figure: 'population', value: '42000' } },
        ],
        figures: { population: { '2024': 41_870, '2025': 42_000 } },
      },
    ];
  if (lineId.startsWith('true-up'))
    return [
      {
        ...{ kind: 'year-fee', year: 2025, currency: 'USD', amount: 91_288 },
        parts: [
          { title: 'By population', of: 'part', amount: 91_288, basis: { figure: 'population', value: '41870' } },
        ],
      },
      ...[3, 9].map((number) => ({
        ...{ kind: 'due', month: number === 3 ? '2025-02' : '2025-03', lineId: 'dues-membership', amount: 46_000 },
        ...{ currency: 'USD', invoice: `2025-00000${number}` },
      })),
    ];
  if (lineId.startsWith('correction'))
    return [
      {
        ...{ kind: 'adjustment', by: 'staff:stf_01kaw5v7n0000000000000003z', at: '2026-05-12T09:00:00.000Z' },
        ...{ reason: 'The fee was agreed lower', amount: -1200 },
        corrects: { month: '2026-04', lineId: 'dues-membership', invoice: '2026-000004' },
      },
    ];
  if (lineId.startsWith('tax')) return [{ kind: 'line', lineId: 'dues-membership', title: 'dues', amount: 8334 }];
  return [];
};

/** The evidence of a line. Days of use are in two pages. */
export const fixtureEvidence = (lineId: string, after: string | null) => {
  const line = lines.find((one) => one.lineId === lineId);
  const rows = rowsOf(lineId);
  const isPaged = lineId === 'between-members-loans-USD' && after === null;
  const prices = [{ meter: 'lambda-request', unit: '1M requests', price: exact(0.2) }];
  return (
    line && {
      ...{ line, rows: after === null ? rows : [], ...(isPaged && { next: 'next' }) },
      ...(lineId.startsWith('direct') && { prices }),
      ...(/^(shared|idle)/.test(lineId) && {
        pool: { key: 'equal default', whole: exact(164.8), share: exact(0.025) },
      }),
    }
  );
};

/** A dispute after a message: by the consortium if the fixture's preparer sent it. */
export const fixtureDiscussion = (
  lineId: string,
  { text, decides, amount, reopens }: Record<string, unknown>,
  side: string,
) => ({
  dispute: dispute(
    lineId,
    typeof decides === 'string' ? decides : 'open',
    [
      ...(side === 'consortium' ? [closed] : []),
      contribution(side, String(text), '2026-06-13T09:00:00.000Z', {
        ...(typeof decides === 'string' && { decides }),
        ...(typeof amount === 'number' && { amount }),
        ...(reopens === true && { reopens }),
      }),
    ],
    typeof amount === 'number' ? { upheldAmount: amount } : {},
  ),
});

/** Riverton's account: invoices, a credit note and a payment, with open amounts of every age; no one else has any. */
export const fixtureAccount = (memberId: string, query: URLSearchParams) => {
  let balance = 900;
  const line = (at: string, kind: string, amount: number, reference: string, more: object = {}) => {
    balance += amount;
    const own = { at: `${at}T09:00:00.000Z`, entryId: `ent_${reference.replaceAll(' ', '')}`, kind, amount, balance };
    return { ...own, currency: 'USD', reference, ...more };
  };
  const settled = [{ entryId: 'ent_2026-000001', reference: '2026-000001', amount: 10_000 }];
  const accountLines = [
    line('2026-06-06', 'invoice', 12_788, '2026-000001', { dueOn: '2026-07-06', dues: 8334, open: 3188 }),
    line('2026-07-02', 'payment', -10_000, 'SEPA 4711', { valueOn: '2026-07-01', settled }),
    line('2026-07-09', 'credit-note', -500, '2026-000007', { corrects: ['2026-000001'] }),
    line('2026-07-10', 'payment', -2000, 'SEPA 4712', { valueOn: '2026-07-09', reversedBy: 'ent_SEPA4712-reversal' }),
    line('2026-07-12', 'reversal', 2000, 'RET 4712', {
      ...{ valueOn: '2026-07-11', reverses: { entryId: 'ent_SEPA4712', why: 'bounced' } },
    }),
    line('2026-10-06', 'invoice', 9350, '2026-000031', {
      ...{ dueOn: '2026-11-05', open: 9350 },
      disputed: [{ lineId: 'dues-membership', amount: 1012, since: '2026-10-20T09:00:00.000Z' }],
    }),
  ];
  const account = {
    ...{ currency: 'USD', opening: 900, dues: 8334, charges: 13_804, payments: -12_000, creditNotes: -500 },
    ...{ prepayments: 0, reversals: 2000, payouts: 0, closing: 12_538 },
    lines: accountLines,
    ageing: { notDue: 0, upTo30: 9350, upTo60: 0, upTo90: 0, over90: 3188, inCredit: 0 },
    open: [
      { entryId: 'ent_2026-000001', reference: '2026-000001', dueOn: '2026-07-06', open: 3188, age: 'over90' },
      { entryId: 'ent_2026-000031', reference: '2026-000031', dueOn: '2026-11-05', open: 9350, age: 'upTo30' },
    ],
  };
  const inEuros = {
    ...{ currency: 'EUR', opening: -2500, dues: 0, charges: 0, payments: 0, creditNotes: 0, prepayments: 0 },
    ...{ reversals: 0, payouts: 0, closing: -2500, lines: [], open: [] },
    ageing: { notDue: 0, upTo30: 0, upTo60: 0, upTo90: 0, over90: 0, inCredit: 2500 },
  };
  const range = { from: query.get('from') ?? '2025-11-26', to: query.get('to') ?? '2026-11-26' };
  const isRiverton = memberId === 'riverton';
  return {
    ...{ memberId, ...range, accounts: isRiverton ? [account, inEuros] : [] },
    payouts: isRiverton ? [fixturePayout] : [],
    overdue: isRiverton ? fixtureOverdue : [],
  };
};

/** A reminder that was sent to riverton. */
export const fixtureReminder = (invoice: string, level: number, amount: number) => ({
  ...{ invoice, level, state: 'sent', at: '2026-11-12T06:00:00.000Z', by: 'schedule', amount, currency: 'USD' },
});

/** Two overdue invoices of riverton: one reminded three times, one with a disputed part that was reminded once. */
const fixtureOverdue = [
  {
    ...{ invoice: '2026-000001', currency: 'USD', dueOn: '2026-07-06', open: 3188, disputed: 0 },
    sent: [1, 2, 3].map((level) => fixtureReminder('2026-000001', level, 3188)),
  },
  {
    ...{ invoice: '2026-000031', currency: 'USD', dueOn: '2026-11-05', open: 9350, disputed: 1012 },
    ...{ sent: [fixtureReminder('2026-000031', 1, 8338)], next: { level: 2, on: '2026-11-27' } },
  },
];

/** A credit of riverton whose payout the preparer requested. */
export const fixturePayout = {
  ...{ payoutId: 'pyo_01kb0000000000000000000001', memberId: 'riverton', amount: 700, currency: 'EUR' },
  ...{ reference: 'PAY 17', state: 'asked' },
  asked: { at: '2026-11-20T09:00:00.000Z', by: 'staff:stf_01kaw5v7n0000000000000003z' },
};
