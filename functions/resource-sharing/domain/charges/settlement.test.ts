import fc from 'fast-check';
import { post } from '../../../../layers/records/ledger/domain/post.ts';
import { decideSettlement, type SettlementInput, settlementInputSchema } from './settlement.ts';
import { defaultVouchers, vouchersFor, worthOf } from './vouchers.ts';

const named = { entryId: 'ent_1', at: '2026-11-24T10:00:00.000Z', memberId: 'ash', partnerId: 'prt_1' };
const decide = (input: SettlementInput) => decideSettlement(input, named, defaultVouchers);
const codes = (input: SettlementInput) => {
  const decided = decide(input);
  return 'refused' in decided ? decided.refused.map(({ code }) => code) : [];
};
const two = [
  { voucher: 'ifla-whole', count: 1 },
  { voucher: 'ifla-half', count: 1 },
];

test('a member’s debt is paid by vouchers from its stock, at face value', () => {
  expect(decide({ settles: 'owes', currency: 'EUR', vouchers: two, requestId: 'req_1' })).toEqual({
    posting: {
      ...{ entryId: 'ent_1', at: named.at, currency: 'EUR', causeId: 'req_1', memo: 'settlement', partner: 'prt_1' },
      ...{ kind: 'partner-paid-by-vouchers', member: 'ash', amount: 1200 },
    },
    vouchers: [
      { voucher: 'ifla-whole', value: 800, currency: 'EUR', count: -1 },
      { voucher: 'ifla-half', value: 400, currency: 'EUR', count: -1 },
    ],
  });
  expect(decide({ settles: 'owed', currency: 'EUR', vouchers: two })).toMatchObject({
    posting: { kind: 'partner-received-vouchers' },
    vouchers: [{ count: 1 }, { count: 1 }],
  });
});

test('each settlement balances in the member’s books', () => {
  const inputs: SettlementInput[] = [
    { settles: 'owes', currency: 'USD', amount: 5 },
    { settles: 'owed', currency: 'USD', amount: 5 },
    { settles: 'both', currency: 'USD', amount: 5 },
    { settles: 'owes', currency: 'EUR', vouchers: two },
    { settles: 'owed', currency: 'EUR', vouchers: two },
  ];
  for (const input of inputs) {
    const decided = decide(settlementInputSchema.parse(input));
    if ('refused' in decided) throw new Error('it can be settled');
    expect(post(decided.posting)).toMatchObject({ partner: 'prt_1', lines: [{ side: 'debit' }, { side: 'credit' }] });
  }
});

test('an ambiguous settlement is refused: both or neither, unknown vouchers, another currency, or a set-off', () => {
  expect(codes({ settles: 'owes', currency: 'EUR' })).toEqual(['by-what']);
  expect(codes({ settles: 'owes', currency: 'EUR', amount: 1, vouchers: two })).toEqual(['by-what']);
  expect(codes({ settles: 'both', currency: 'EUR', vouchers: two })).toEqual(['by-what']);
  expect(codes({ settles: 'owes', currency: 'USD', vouchers: two })).toEqual(['mixed-currencies']);
  const gold = [{ voucher: 'gold', count: 1 }];
  expect(codes({ settles: 'owes', currency: 'EUR', vouchers: gold })).toEqual(['unknown-voucher']);
  expect(codes({ settles: 'owes', currency: 'EUR', vouchers: [...two, ...two] })).toEqual(['unknown-voucher']);
});

test('a price is payable by vouchers when it is a whole number of them, and then to the cent', () => {
  expect(vouchersFor({ amount: 2000, currency: 'EUR' }, defaultVouchers)).toEqual([
    { voucher: 'ifla-whole', count: 2 },
    { voucher: 'ifla-half', count: 1 },
  ]);
  expect(vouchersFor({ amount: 0, currency: 'EUR' }, defaultVouchers)).toBeUndefined();
  fc.assert(
    fc.property(fc.nat(100_000), (amount) => {
      const counts = vouchersFor({ amount, currency: 'EUR' }, defaultVouchers);
      expect(counts !== undefined).toBe(amount > 0 && amount % 400 === 0);
      if (counts) expect(worthOf(counts, defaultVouchers)).toMatchObject({ total: { amount, currency: 'EUR' } });
      expect(vouchersFor({ amount, currency: 'USD' }, defaultVouchers)).toBeUndefined();
    }),
  );
});
