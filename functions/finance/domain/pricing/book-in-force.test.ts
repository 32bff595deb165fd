import fc from 'fast-check';
import { exactText } from '../../../../layers/kernel/money/exact.ts';
import { type PolicyDocument, policyDocumentSchema } from '../../../../layers/records/policies/domain/document.ts';
import { bookWithChanges } from './book-in-force.ts';
import { priceBooks } from './books.ts';
import { costOf, ofCounts } from './cost.ts';
import { freeTierKind } from './free-tier.ts';
import { meterNames } from './meters.ts';
import { priceBookSchema } from './price-book.ts';
import { priceBookKind } from './price-change.ts';
import { priceChangeInputSchema } from './price-change-input.ts';

const shipped = priceBooks.find(({ region }) => region === 'us-east-1');
if (!shipped) throw new Error('No book');

const body = (prices: object, more: object = {}) => ({
  ...{ region: 'us-east-1', currency: 'USD', decidedOn: '2026-11-21' },
  ...{ source: 'AWS Price List of 2026-11-20', reason: 'AWS lowered it' },
  prices,
  ...more,
});
const writes = (price: string) => ({ 'dynamodb-write': { per: 1_000_000, tiers: [{ price }] } });
const adopted = (version: number, effectiveFrom: string, prices: object, more: object = {}): PolicyDocument =>
  policyDocumentSchema(priceBookKind).parse({
    ...{ kind: 'price-book', version, effectiveFrom, decisionReference: `Board ${version}`, adoptedBy: 'staff:stf_1' },
    body: body(prices, more),
  });
const END = '2026-11-30T23:59:59.999Z';
const costOfWrites = (changes: PolicyDocument[], at = END): string =>
  exactText(costOf(bookWithChanges(shipped, changes, at).book, 'dynamodb-write', ofCounts(3_000_000)));

describe('The price book in force', () => {
  it('is the shipped one where nothing is changed, in any region and at any instant', () => {
    const instant = fc.date({ min: new Date('2000-01-01'), max: new Date('2100-01-01'), noInvalidDate: true });
    fc.assert(
      fc.property(fc.constantFrom(...priceBooks), instant, (book, at) => {
        expect(bookWithChanges(book, [], at.toISOString())).toEqual({ book, shipped: book, decided: new Map() });
      }),
    );
  });

  it('has only the changed price changed, keeps its allowance and unit, and names both in its version', () => {
    const change = adopted(1, '2026-11-10T00:00:00.000Z', writes('0.60'));
    const { book, decided } = bookWithChanges(shipped, [change], END);
    expect(book).toEqual({
      ...shipped,
      version: 'us-east-1/2024-11-01/8+price-book/1',
      effectiveFrom: '2026-11-10',
      source: `${shipped.source}; price-book/1: AWS Price List of 2026-11-20`,
      prices: {
        ...shipped.prices,
        'dynamodb-write': {
          ...shipped.prices['dynamodb-write'],
          ...{ tiers: [{ price: '0.60' }], mark: 'documented', source: 'AWS Price List of 2026-11-20' },
        },
      },
    });
    expect(priceBookSchema.parse(book)).toEqual(book);
    expect([...decided]).toEqual([['dynamodb-write', change]]);
    expect([costOfWrites([]), costOfWrites([change])]).toEqual(['1.875000000000', '1.800000000000']);
  });

  it('applies from the instant at which a change begins', () => {
    const change = adopted(1, '2026-12-01T00:00:00.000Z', writes('0.60'));
    expect(costOfWrites([change])).toBe('1.875000000000');
    expect(costOfWrites([change], '2026-12-01T00:00:00.000Z')).toBe('1.800000000000');
  });

  it('uses the change of a price that begins last, of two at once the higher version, and combines the others', () => {
    const first = adopted(1, '2026-11-10T00:00:00.000Z', {
      ...writes('0.60'),
      alarm: { per: 1, tiers: [{ price: '0' }] },
    });
    const second = adopted(2, '2026-11-05T00:00:00.000Z', writes('0.50'));
    const third = adopted(3, '2026-11-10T00:00:00.000Z', writes('0.40'));
    expect(costOfWrites([second, first])).toBe('1.800000000000');
    expect(costOfWrites([third, first, second])).toBe('1.200000000000');
    const { book } = bookWithChanges(shipped, [third, second, first], END);
    expect(book.version).toBe('us-east-1/2024-11-01/8+price-book/1+price-book/3');
    expect(book.prices.alarm.tiers).toEqual([{ price: '0' }]);
  });

  it('ignores changes for another region, another currency or another kind', () => {
    const others = [
      adopted(1, '2026-11-10T00:00:00.000Z', writes('0.60'), { region: 'eu-west-1' }),
      adopted(2, '2026-11-10T00:00:00.000Z', writes('0.60'), { currency: 'EUR' }),
      policyDocumentSchema(freeTierKind).parse({
        ...{ kind: 'free-tier', version: 1, effectiveFrom: '2026-11-10T00:00:00.000Z', body: { always: true } },
        ...{ decisionReference: 'Board', adoptedBy: 'staff:stf_1' },
      }),
    ];
    expect(bookWithChanges(shipped, others, END).book).toBe(shipped);
  });

  it('does not depend on the order of the documents, and each price comes from the shipped book or a decision', () => {
    const change = fc.record({
      day: fc.integer({ min: 1, max: 30 }),
      meters: fc.uniqueArray(fc.constantFrom(...meterNames), { minLength: 1, maxLength: 4 }),
      price: fc.integer({ min: 0, max: 999 }).map((thousandths) => `0.${String(thousandths).padStart(3, '0')}`),
    });
    fc.assert(
      fc.property(fc.array(change, { maxLength: 6 }), (changes) => {
        const documents = changes.map(({ day, meters, price }, place) =>
          adopted(
            place + 1,
            `2026-11-${String(day).padStart(2, '0')}T00:00:00.000Z`,
            Object.fromEntries(meters.map((meter) => [meter, { per: 1, tiers: [{ price }] }])),
          ),
        );
        const found = bookWithChanges(shipped, documents, END);
        expect(bookWithChanges(shipped, documents.toReversed(), END)).toEqual(found);
        for (const meter of meterNames) {
          const tiers = found.decided.get(meter)?.body.prices[meter]?.tiers ?? shipped.prices[meter].tiers;
          expect(found.book.prices[meter].tiers).toEqual(tiers);
        }
      }),
    );
  });
});

describe('A price change', () => {
  const tiers = (...all: object[]) => ({ 'http-request': { per: 1_000_000, tiers: all } });
  it('accepts ascending tiers, with up to twelve decimals', () => {
    const rising = tiers({ upTo: 10, price: '1.000000000001' }, { upTo: 20, price: '0.9' }, { price: '0' });
    expect(priceChangeInputSchema.safeParse(body(rising)).success).toBe(true);
  });

  it.each([
    ['an unknown meter', { 'no-such-meter': { per: 1, tiers: [{ price: '1' }] } }],
    ['no price at all', {}],
    ['thirteen places', writes('0.1234567890123')],
    ['a number instead of a decimal text', tiers({ price: 1 })],
    ['a price below zero', writes('-1')],
    ['an exponent', writes('1e-3')],
    ['tiers that do not rise', tiers({ upTo: 10, price: '1' }, { upTo: 10, price: '1' }, { price: '1' })],
    ['an end to the last tier', tiers({ upTo: 10, price: '1' })],
    ['a tier without end before the last', tiers({ price: '1' }, { price: '1' })],
    ['no tier', tiers()],
    ['a price per nothing', { 'http-request': { per: 0, tiers: [{ price: '1' }] } }],
    ['another unit', { 'http-request': { per: 1, unit: 'GB', tiers: [{ price: '1' }] } }],
  ])('refuses %s', (_, prices) => {
    expect(priceChangeInputSchema.safeParse(body(prices)).success).toBe(false);
  });

  it('names its source, the reason, and the day of the decision', () => {
    for (const part of ['source', 'reason', 'decidedOn', 'region', 'currency']) {
      const { [part]: _, ...lacking } = body(writes('1')) as Record<string, unknown>;
      expect(priceChangeInputSchema.safeParse(lacking).success).toBe(false);
    }
  });
});
