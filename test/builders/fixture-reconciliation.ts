const amount = (value: number) => ({ shown: value.toFixed(6), exact: value.toFixed(12) });
const sha256 = 'a3f5c2e1'.repeat(8);
const ids = ['riverton', 'lakeshore', 'harcourt', 'calder', 'ashgrove', 'northfield'];

const bill = (month: string) => ({
  ...{ billId: 'pbl_2', month, fileName: 'concord-2026-10-00001.csv.gz', bytes: 812_345, sha256 },
  ...{
    sentBy: 'staff:stf_1',
    openedAt: '2026-11-08T09:00:00.000Z',
    state: 'taken',
    readAt: '2026-11-08T09:00:09.000Z',
  },
  ...{ format: 'cur-2.0', lines: 24_310, total: amount(162.43), currency: 'USD', snapshot: sha256 },
});
const refused = (month: string) => ({
  ...{ billId: 'pbl_1', month, fileName: 'concord-2026-10.csv', bytes: 912_345, sha256 },
  ...{
    sentBy: 'staff:stf_1',
    openedAt: '2026-11-07T09:00:00.000Z',
    state: 'refused',
    readAt: '2026-11-07T09:00:09.000Z',
  },
  refusal: {
    code: 'unreadable-rows',
    detail: '4 rows cannot be read.',
    faults: [3, 5, 6, 7].map((line) => ({ line, reason: line === 3 ? 'no-cost' : 'too-few-cells' })),
  },
});

const services: [service: string, exact: boolean, metered: number, billed: number][] = [
  ['API Gateway', true, 4.81, 4.81],
  ['CloudFront', false, 6.2, 6.31],
  ['DynamoDB requests', true, 18.44, 18.45],
  ['KMS', true, 2.02, 2.02],
  ['Lambda', true, 31.2, 32.136],
  ['OpenSearch', false, 62.5, 62.9],
  ['SQS', true, 1.24, 1.2],
];
const rowOf = ([service, exact, metered, billed]: (typeof services)[number]) => ({
  ...{ service, exact, metered: amount(metered), billed: amount(billed), difference: amount(billed - metered) },
  percent: (((billed - metered) / metered) * 100).toFixed(2),
  factor: (billed / metered).toFixed(6),
  meters:
    service === 'Lambda'
      ? [
          {
            ...{ meter: 'lambda-gb-second', unit: 'GB-second', quantity: '2340000.000000' },
            ...{ billedQuantity: '2410200.000000', metered: amount(metered), billed: amount(billed) },
          },
        ]
      : [],
});

const effectOf = (total: number) =>
  ids.map((member, at) => ({ member, amount: amount(total * ([0.31, 0.24, 0.22, 0.14, 0.05, 0.04][at] ?? 0)) }));

const lambda = {
  id: 'beyond-tolerance:Lambda',
  kind: 'beyond-tolerance',
  service: 'Lambda',
  ...{ difference: amount(0.936), effect: effectOf(0.936) },
};
const support = {
  ...{ id: 'support:AWSSupportBusiness', kind: 'support', service: 'AWSSupportBusiness' },
  ...{ difference: amount(29.204), effect: effectOf(29.204) },
};
const exceptions = (accepted: string | undefined) => [
  accepted === undefined
    ? { ...lambda, open: true }
    : { ...lambda, open: false, accepted: { reason: accepted, by: 'staff:stf_1', at: '2026-11-08T10:00:00.000Z' } },
  {
    ...{ id: 'missing-day:SQS:2026-10-13', kind: 'missing-day', service: 'SQS', day: '2026-10-13', open: false },
    ...{ difference: amount(-0.04), effect: effectOf(-0.04) },
    accepted: { reason: 'Billed a day later, says the supplier', by: 'staff:stf_1', at: '2026-11-08T10:00:00.000Z' },
  },
  {
    ...{ id: 'tax:Lambda', kind: 'tax', service: 'Lambda', open: false },
    ...{ difference: amount(5.4), effect: effectOf(5.4) },
    recurring: { reason: 'Sales tax of the state, as every month', until: '2027-06' },
  },
  accepted === undefined
    ? { ...support, open: true }
    : { ...support, open: false, accepted: { reason: accepted, by: 'staff:stf_1', at: '2026-11-08T10:00:00.000Z' } },
];

/** A month of the demo with one service billed 3 % higher; September has no bill yet. With a reason, that is accepted. */
export const fixtureReconciliation = (month: string, reason?: string) => {
  const rows = services.map(rowOf);
  const metered = services.reduce((sum, [, , value]) => sum + value, 0);
  const head = { month, currency: 'USD', minorDigits: 2, provisionalUntil: '2026-11-10', synthetic: false };
  if (month === '2026-09') return { ...head, bills: [] };
  return {
    ...head,
    bills: [bill(month), refused(month)],
    reconciled: {
      ...{ bill: bill(month), metered: amount(metered), billed: amount(162.43), difference: amount(162.43 - metered) },
      ...{ rows, exceptions: exceptions(reason), settled: reason !== undefined },
      billedOnly: [
        { id: 'tax:Lambda', category: 'tax', service: 'Lambda', usageType: '', cost: amount(5.4) },
        {
          ...{ id: 'support:AWSSupportBusiness', category: 'support', usageType: '' },
          service: 'AWSSupportBusiness',
          cost: amount(29.204),
        },
      ],
      calibrated: {
        ...{ total: amount(162.43), left: amount(0), rounded: 16_243 },
        members: ids.map((member, at) => ({ member, rounded: [5041, 3902, 3577, 2276, 813, 634][at] ?? 0 })),
      },
    },
  };
};

/** The restatement of August by a later bill: previewed, prepared, and booked into a month. */
export const fixtureRestated = (isPrepared: boolean, into?: string) => {
  const parts = ids.slice(0, 3).map((memberId, at) => {
    const own = [412, -13, 0][at] ?? 0;
    const line = { lineId: 'direct-own-circulation', block: 'direct', service: 'circulation', mode: 'charge' };
    return { memberId, amount: own, lines: [{ ...line, amount: own }] };
  });
  const act = (who: string) => ({ at: '2026-12-03T10:00:00.000Z', by: `staff:${who}` });
  return {
    state: into === undefined ? (isPrepared ? 'prepared' : 'possible') : 'booked',
    restatement: {
      ...{ month: '2026-08', number: 1, closed: sha256, key: 'equal default', before: 'pbl_1', after: 'pbl_2' },
      ...{ currency: 'USD', platformCurrency: 'USD', amount: 399, parts },
      rows: [
        { of: 'DynamoDB requests', before: '18.440000000000', after: '20.430000000000' },
        { of: 'unmetered-support', before: '0.000000000000', after: '2.000000000000' },
      ],
    },
    ...{ seal: sha256, earlier: [], ...(isPrepared && { prepared: act('stf_1') }) },
    ...(into !== undefined && { into, approved: act('stf_2') }),
  };
};

/** The fixture's upload address for a bill. */
export const fixtureBillAddress = (origin: string) => ({
  billId: 'pbl_3',
  upload: { method: 'PUT', url: `${origin}/bucket/bill.csv`, expiresAt: '2099-01-01T00:00:00.000Z' },
});
