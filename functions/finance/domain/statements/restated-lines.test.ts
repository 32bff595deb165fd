import type { KnownBill } from '../cloud-bills/reconciliation.ts';
import type { BillCell } from '../cloud-bills/summary.ts';
import { billingSchema } from './billing-policy.ts';
import { servicePeriod } from './build.ts';
import { type ClosedPlatform, closedPlatform, restate, restatementLines, type ToRestate } from './restatement.ts';
import type { SealedShares } from './sealed-use.ts';
import type { Statement, StatementLine } from './statement.ts';

const ONE = 10n ** 12n;
const exact = (units: number): string => `${units}.000000000000`;
const shares: SealedShares = {
  key: [
    ['law', 3],
    ['abbey', 1],
  ],
  meters: ['http-request'],
  metered: [
    ['API Gateway', 'law', 'direct-own-search', exact(6)],
    ['API Gateway', 'abbey', 'direct-own-search', exact(2)],
  ],
};
const cell = (category: BillCell['category'], units: number, meter?: BillCell['meter']): BillCell => ({
  ...{ service: 'AmazonX', usageType: meter ?? '', meter, category, from: '2026-10-01', until: '2026-10-31' },
  ...{ quantity: 0n, cost: BigInt(units) * ONE, correction: false, lines: 1 },
});
const bill = (billId: string, requests: number, support: number): KnownBill => {
  const head = { format: 'cur-2.0', month: '2026-10', currency: 'USD', lines: 2 } as const;
  const cells = [cell('usage', requests, 'http-request'), cell('support', support)];
  return { billId, summary: { ...head, total: BigInt(requests + support) * ONE, cells } };
};
const line = { lineId: 'direct-own-search', block: 'direct', service: 'search', mode: 'showback' } as const;
const closedOf = (memberId: string, amount: number, over: Partial<ClosedPlatform> = {}): ClosedPlatform => ({
  ...{ memberId, invoice: undefined, lines: new Map([[line.lineId, line]]), amount, ...over },
});
const statements = [closedOf('law', 600, { invoice: '2026-000004' }), closedOf('abbey', 200)];
const exempt = { category: 'E', rate: 0, exemption: 'VATEX-EU-132-1N' };
const billing = billingSchema.parse({ modes: { unmetered: 'charge' }, tax: { unmetered: exempt } });
const about: ToRestate = {
  ...{ month: '2026-10', number: 2, closed: 'seal', key: 'equal 1', currency: 'USD', shares, statements, billing },
  ...{ before: undefined, after: bill('pbl_2', 12, 4), booked: 0, exchange: { into: 'USD' }, minorDigits: 2 },
};

describe('A restated month', () => {
  test('has a part for each member in order of ids: its lines as they were closed, new ones by the policy for billing', () => {
    const support = { lineId: 'unmetered-support', block: 'unmetered', mode: 'charge', tax: exempt };
    expect(restate(about)).toStrictEqual({
      ...{ month: '2026-10', number: 2, closed: 'seal', key: 'equal 1', currency: 'USD', platformCurrency: 'USD' },
      ...{ after: 'pbl_2', amount: 800 },
      rows: [
        { of: 'API Gateway', before: exact(8), after: exact(12) },
        { of: 'unmetered-support', before: exact(0), after: exact(4) },
      ],
      parts: [
        {
          ...{ memberId: 'abbey', amount: 200 },
          lines: [
            { ...line, amount: 100 },
            { ...support, amount: 100 },
          ],
        },
        {
          ...{ memberId: 'law', amount: 600, invoice: '2026-000004' },
          lines: [
            { ...line, amount: 300 },
            { ...support, amount: 300 },
          ],
        },
      ],
    });
  });

  test('names the earlier bill, and leaves out members and lines that do not change by a minor unit', () => {
    const restated = restate({ ...about, before: bill('pbl_1', 8, 4), after: bill('pbl_2', 12, 4), booked: 400 });
    expect(restated).toMatchObject({ before: 'pbl_1', after: 'pbl_2', amount: 400 });
    expect(restated?.parts.map(({ lines }) => lines.map(({ lineId }) => lineId))).toEqual([
      ['direct-own-search'],
      ['direct-own-search'],
    ]);
    const tiny = {
      ...shares,
      metered: shares.metered.map(([row, member, id], at) =>
        at === 0 ? [row, member, id, exact(9999)] : [row, member, id, '0.000000000001'],
      ),
    } as SealedShares;
    const small = restate({
      ...about,
      shares: tiny,
      before: bill('pbl_1', 8, 4),
      after: bill('pbl_2', 9, 4),
      booked: 400,
    });
    expect(small?.parts.map(({ memberId, amount }) => [memberId, amount])).toEqual([['law', 100]]);
  });

  test('is billed as corrections of the closed lines, each with the invoice of its member', () => {
    const restated = restate(about);
    if (!restated) throw new Error('nothing restated');
    const [abbey, law] = restated.parts.map((part) => restatementLines(restated, part, servicePeriod));
    const common = {
      ...{ block: 'correction', title: 'restatement', from: '2026-10-01', to: '2026-10-31' },
      chargeClass: 'Correction',
      evidence: {
        ...{ kind: 'restatement', month: '2026-10', after: 'pbl_2', key: 'equal 1', platformCurrency: 'USD' },
        rows: restated.rows,
      },
    };
    const search = { ...common, lineId: 'restatement-2026-10-2-direct-own-search', mode: 'showback' };
    const corrects = { month: '2026-10', lineId: 'direct-own-search', block: 'direct', service: 'search' };
    expect(abbey?.[0]).toStrictEqual({ ...search, amount: 100, corrects });
    expect(law?.[0]).toStrictEqual({ ...search, amount: 300, corrects: { ...corrects, invoice: '2026-000004' } });
    expect(law?.[1]).toStrictEqual({
      ...{ ...common, lineId: 'restatement-2026-10-2-unmetered-support', mode: 'charge', amount: 300 },
      corrects: {
        ...{ month: '2026-10', lineId: 'unmetered-support', block: 'unmetered', tax: exempt, invoice: '2026-000004' },
      },
    });
    const [part] = restated.parts;
    const known = part && restatementLines({ ...restated, before: 'pbl_1' }, part, servicePeriod)[0]?.evidence;
    expect(known).toMatchObject({ before: 'pbl_1', after: 'pbl_2' });
  });
});

test('the platform’s part of a closed statement is its lines with an exact amount, as policy and tax treated them', () => {
  const own = (over: Partial<StatementLine>): StatementLine => ({
    ...{ lineId: 'direct-own-search', block: 'direct', title: 'platform-own', service: 'search', mode: 'deferred' },
    ...{ from: '2026-10-01', to: '2026-10-31', amount: 600, evidence: { kind: 'bill', billId: 'pbl_1' }, ...over },
  });
  const lines = [
    ...[own({ exact: exact(6) }), own({ lineId: 'idle-idle-platform', block: 'idle', exact: exact(1), amount: 100 })],
    own({ lineId: 'dues-membership', block: 'dues', amount: 8333 }),
  ];
  const statement = { memberId: 'law', lines } as unknown as Statement;
  expect(closedPlatform(statement, '2026-000004')).toStrictEqual({
    ...{ memberId: 'law', invoice: '2026-000004', amount: 700 },
    lines: new Map([
      ['direct-own-search', { lineId: 'direct-own-search', block: 'direct', service: 'search', mode: 'charge' }],
      ['idle-idle-platform', { lineId: 'idle-idle-platform', block: 'idle', service: 'search', mode: 'charge' }],
    ]),
  });
});
