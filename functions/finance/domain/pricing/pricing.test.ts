import fc from 'fast-check';
import { exactText, sumExact, toMinorUnits } from '../../../../layers/kernel/money/exact.ts';
import { bookInForce, priceBooks } from './books.ts';
import { costOf, httpUnits, ofCounts, ofDecimal, unitPrice } from './cost.ts';
import { type Meter, meterNames, meters } from './meters.ts';
import { type PriceBook, priceBookSchema } from './price-book.ts';

const book = (region: string): PriceBook => {
  const found = bookInForce(priceBooks, region, '2026-11-01');
  if (!found) throw new Error(`No book for ${region}`);
  return found;
};
const usEast1 = book('us-east-1');
const cost = (meter: Meter, counts: number | bigint) => costOf(usEast1, meter, ofCounts(counts));

describe('Golden prices of us-east-1', () => {
  it('F4 3M writes and 8M reads cost 2.88', () => {
    const amount = sumExact([cost('dynamodb-write', 3_000_000), cost('dynamodb-read', 16_000_000)]);
    expect([exactText(amount), toMinorUnits(amount)]).toEqual(['2.875000000000', 288]);
  });

  it('F4 1M calls of 120 ms at 512 MB on arm cost 0.80 and 0.20', () => {
    expect(exactText(cost('lambda-gb-second', 1_000_000 * 120 * 512))).toBe('0.800004000000');
    expect(exactText(cost('lambda-request', 1_000_000))).toBe('0.200000000000');
  });

  it('F4 1,000M HTTP calls cost 930.00, over two tiers', () => {
    expect(exactText(cost('http-request', 1_000_000_000))).toBe('930.000000000000');
  });

  it('a month of a web ACL with two rules, a secret, and a million requests cost 5.00, 2.00, 0.40 and 0.60', () => {
    const amounts = [cost('waf-acl', 1), cost('waf-rule', 2), cost('secret', 1), cost('waf-request', 1_000_000)];
    expect(amounts.map((amount) => toMinorUnits(amount))).toEqual([500, 200, 40, 60]);
  });

  it('F4 10,000 state transitions cost 0.25', () => {
    expect(exactText(cost('step-transition', 10_000))).toBe('0.250000000000');
  });

  it.each([
    [0, 1],
    [1, 1],
    [512 * 1024, 1],
    [512 * 1024 + 1, 2],
    [600 * 1024, 2],
  ])('F4 a payload of %d bytes is %d HTTP requests', (bytes, units) => {
    expect(httpUnits(bytes)).toBe(units);
  });

  it.each([
    ['search-t3-medium-hour', '0.073000000000'],
    ['search-m7g-large-hour', '0.135000000000'],
    ['search-or1-large-hour', '0.209000000000'],
  ] as const)('finding F12: an hour of %s costs %s', (meter, price) => {
    expect(exactText(cost(meter, 1))).toBe(price);
  });

  it('the price of one write is exact below a millionth of a cent', () => {
    expect(exactText(cost('dynamodb-write', 1))).toBe('0.000000625000');
  });

  it('a gigabyte second above 7.5 and 18.75 billion is cheaper', () => {
    // 7.5e9 at 0.0000133334, 11.25e9 at 0.0000120001, 1.25e9 at 0.0000106667: 100,000.5 + 135,001.125 + 13,333.375
    const perUnit = 1024n * 1000n;
    expect(exactText(cost('lambda-gb-second', 20_000_000_000n * perUnit))).toBe('248335.000000000000');
  });
});

describe('Allowances', () => {
  it('are deducted from the whole, and only those the account still has', () => {
    const calls = ofCounts(3_000_000);
    expect(exactText(costOf(usEast1, 'http-request', calls, ['always']))).toBe('3.000000000000');
    expect(exactText(costOf(usEast1, 'http-request', calls, ['always', 'first-12-months']))).toBe('2.000000000000');
    expect(exactText(costOf(usEast1, 'lambda-request', ofCounts(10), ['always']))).toBe('0.000000000000');
  });
});

describe('A blended price', () => {
  it('is what a unit cost over all tiers', () => {
    const calls = ofCounts(1_000_000_000);
    expect(exactText(unitPrice('http-request', costOf(usEast1, 'http-request', calls), calls))).toBe('0.000000930000');
  });

  it('of zero units is zero', () => {
    expect(unitPrice('http-request', 0n, 0n)).toBe(0n);
  });
});

describe('Quantities', () => {
  it('represent shares of a month to six decimals', () => {
    expect(exactText(costOf(usEast1, 'kms-key', ofDecimal('0.25')))).toBe('0.250000000000');
    expect(() => ofDecimal('0.0000001')).toThrow('More than 6 decimals');
  });

  it('never cost less when they are larger', () => {
    const two = fc.tuple(fc.bigInt({ min: 0n, max: 10n ** 20n }), fc.bigInt({ min: 0n, max: 10n ** 20n }));
    fc.assert(
      fc.property(fc.constantFrom(...meterNames), two, (meter, [a, b]) => {
        const [less, more] = a < b ? [a, b] : [b, a];
        expect(costOf(usEast1, meter, less, ['always']) <= costOf(usEast1, meter, more, ['always'])).toBe(true);
      }),
    );
  });
});

describe('The price books', () => {
  it.each(['us-east-1', 'eu-west-1'])('of %s price every meter and name the source of each price', (region) => {
    const { prices } = book(region);
    expect(Object.keys(prices)).toEqual(Object.keys(meters));
  });

  it('is the latest one in force on the day', () => {
    const later = { ...usEast1, version: 'later', effectiveFrom: '2026-12-01' };
    const books = [later, ...priceBooks];
    expect(bookInForce(books, 'us-east-1', '2026-11-30')?.version).toBe('us-east-1/2024-11-01/8');
    expect(bookInForce(books, 'us-east-1', '2026-12-01')?.version).toBe('later');
    expect(bookInForce(books, 'us-east-1', '2024-10-31')).toBeUndefined();
    expect(bookInForce(books, 'ap-south-1', '2026-11-30')).toBeUndefined();
  });

  it('refuses tiers that do not ascend, and a meter without a price', () => {
    const falling = {
      ...usEast1.prices['s3-put'],
      tiers: [{ upTo: 5, price: '1' }, { upTo: 5, price: '1' }, { price: '1' }],
    };
    expect(priceBookSchema.safeParse({ ...usEast1, prices: { ...usEast1.prices, 's3-put': falling } }).success).toBe(
      false,
    );
    const { alarm: _, ...missing } = usEast1.prices;
    expect(priceBookSchema.safeParse({ ...usEast1, prices: missing }).success).toBe(false);
  });
});
