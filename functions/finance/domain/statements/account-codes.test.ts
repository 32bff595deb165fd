import fc from 'fast-check';
import { built } from '../../../../test/builders/statements.ts';
import {
  type AccountCodes,
  accountCodesInputSchema,
  codesInForce,
  lineCodesOf,
  statementCodesOf,
} from './account-codes.ts';
import { billingSchema, chosenBlocks } from './billing-policy.ts';

const input = (over: object = {}) => accountCodesInputSchema.parse({ effectiveFrom: '2026-07-01', ...over });
const codes = (over: object = {}, version = 1): AccountCodes => ({
  ...{ memberId: 'law', version, ...input(over) },
  changed: { at: '2026-06-01T00:00:00.000Z', by: 'staff:stf_1' },
});

describe('Account codes', () => {
  it('name a line by its kind, each other field by the default, and nothing where nothing is set', () => {
    const set = codes({ default: { account: '6410', costCentre: '20' }, kinds: { dues: { account: '6815' } } });
    expect(lineCodesOf(set, 'dues', '2026-10')).toEqual({ codes: { account: '6815', costCentre: '20' } });
    expect(lineCodesOf(set, 'idle', '2026-10')).toEqual({ codes: { account: '6410', costCentre: '20' } });
    expect(lineCodesOf(codes(), 'idle', '2026-10')).toEqual({});
  });

  it('have a purchase order for months; one for kinds of lines precedes one for all', () => {
    const set = codes({
      purchaseOrders: [
        { number: 'PO-1', from: '2026-07', to: '2027-06' },
        { number: 'PO-2', from: '2026-09', to: '2026-10', kinds: ['dues'] },
      ],
    });
    const order = (month: string) => lineCodesOf(set, 'dues', month).codes?.purchaseOrder;
    expect(['2026-06', '2026-08', '2026-09', '2026-10', '2026-11', '2027-07'].map(order)).toEqual([
      ...[undefined, 'PO-1', 'PO-2', 'PO-2', 'PO-1', undefined],
    ]);
    expect(lineCodesOf(set, 'idle', '2026-09').codes?.purchaseOrder).toBe('PO-1');
  });

  it.each([
    ['a blank at an end', { default: { account: ' 1' } }],
    ['a break', { default: { account: '1\n2' } }],
    ['nothing', { default: { account: '' } }],
    ['more than 60 characters', { default: { account: 'x'.repeat(61) } }],
    ['an order that ends before it begins', { purchaseOrders: [{ number: '1', from: '2026-02', to: '2026-01' }] }],
    [
      'two orders for the same lines of a month',
      {
        purchaseOrders: [
          { number: '1', from: '2026-01', to: '2026-06', kinds: ['dues', 'tax'] },
          { number: '2', from: '2026-06', to: '2026-12', kinds: ['tax'] },
        ],
      },
    ],
  ])('are refused with %s', (_, over) => {
    expect(accountCodesInputSchema.safeParse({ effectiveFrom: '2026-07-01', ...over }).success).toBe(false);
  });

  it('may have purchase orders for other months or other lines, in any order', () => {
    const order = (from: string, to: string, kinds?: string[]) => ({ number: '1', from, to, ...(kinds && { kinds }) });
    const accepts = (...purchaseOrders: object[]) =>
      accountCodesInputSchema.safeParse({ effectiveFrom: '2026-07-01', purchaseOrders }).success;
    const [first, second] = [order('2026-01', '2026-06'), order('2026-07', '2026-12')];
    expect([accepts(first, second), accepts(second, first), accepts(order('2026-01', '2026-01'))]).toEqual([
      true,
      true,
      true,
    ]);
    expect([accepts(first, order('2026-06', '2026-07')), accepts(order('2026-06', '2026-07'), first)]).toEqual([
      false,
      false,
    ]);
    expect([accepts(first, order('2026-02', '2026-03')), accepts(order('2026-02', '2026-03'), first)]).toEqual([
      false,
      false,
    ]);
    // One for some kinds of lines precedes one for all, so both may run together.
    expect(accepts(first, order('2026-01', '2026-06', ['dues']))).toBe(true);
    expect(accepts(order('2026-01', '2026-06', ['tax']), order('2026-01', '2026-06', ['dues']))).toBe(true);
    expect(accepts(order('2026-01', '2026-06', ['tax', 'dues']), order('2026-01', '2026-06', ['dues']))).toBe(false);
    expect([accepts(order('2026-01', '2026-06', [])), accepts(...Array(101).fill(first))]).toEqual([false, false]);
    for (const code of ['x', 'x'.repeat(60), 'a b', 'Ä-1'])
      expect(
        accountCodesInputSchema.safeParse({ effectiveFrom: '2026-07-01', default: { costCentre: code } }).success,
      ).toBe(true);
  });

  it('are those in force on the last day of the month: the latest begun, the higher version of two', () => {
    const day = fc.integer({ min: 1, max: 28 }).map((at) => `2026-10-${String(at).padStart(2, '0')}`);
    fc.assert(
      fc.property(fc.array(day, { maxLength: 6 }), fc.infiniteStream(fc.nat()), (days, chance) => {
        const versions = days.map((effectiveFrom, at) => codes({ effectiveFrom }, at + 1));
        const found = codesInForce(versions, '2026-10');
        const shuffled = versions
          .map((one) => [chance.next().value, one] as const)
          .toSorted(([a], [b]) => a - b)
          .map(([, one]) => one);
        expect(codesInForce(shuffled, '2026-10')).toBe(found);
        const last = days.toSorted().at(-1);
        expect([found?.effectiveFrom, found?.version]).toEqual([last, last && days.lastIndexOf(last) + 1]);
      }),
    );
    expect(codesInForce([codes({ effectiveFrom: '2026-10-31' })], '2026-10')?.version).toBe(1);
    expect(codesInForce([codes({ effectiveFrom: '2026-11-01' })], '2026-10')).toBeUndefined();
  });
});

test('a statement has the codes of its member on every line, including taxed ones, and is unchanged where none are set', () => {
  const modes = Object.fromEntries(chosenBlocks.map((block) => [block, 'charge']));
  const body = billingSchema.parse({ modes, tax: { dues: { category: 'S', rate: 1900 } } });
  const billing = { billing: { name: 'billing/1', body } };
  const set = codes({
    default: { account: '6410' },
    kinds: { tax: { account: '1576' }, payable: { account: '1600' } },
  });
  const named = built({ ...billing, codes: [set] });
  const plain = built(billing);
  for (const [at, statement] of named.entries()) {
    if (statement.memberId !== 'law') expect(statement).toEqual(plain[at]);
    else {
      expect(statement.codes).toEqual(statementCodesOf(set));
      expect(statement.codes?.payable).toEqual({ account: '1600' });
      expect(
        statement.lines.map(({ block, codes: own }) => own?.account === (block === 'tax' ? '1576' : '6410')),
      ).toEqual(statement.lines.map(() => true));
      expect(statement.lines.map(({ amount }) => amount)).toEqual(plain[at]?.lines.map(({ amount }) => amount));
    }
  }
});
