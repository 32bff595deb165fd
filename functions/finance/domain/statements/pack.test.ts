import { sha256 } from '../../../../test/builders/statements.ts';
import { newPeriod, type Period } from '../periods/period.ts';
import { draftHash, packed, type SealedPeriod, sealOf, verifyChain } from './pack.ts';
import type { Statement } from './statement.ts';

const statementOf = (month: string, memberId: string): Statement => ({
  ...{ month, memberId, currency: 'USD', minorDigits: 2, billing: 'default', lines: [], total: 5, due: 3 },
  basis: { priceBook: 'a', attribution: 'b', key: 'c', synthetic: false, bill: 'd', factors: [] },
});

/** Returns a closed month after another one. */
const closed = (month: string, previous?: { month: string; hash: string }): SealedPeriod => {
  const statements = ['abbey', 'law'].map((memberId) => {
    const { currency, total, due, ...rest } = statementOf(month, memberId);
    return { ...packed({ currency, total, due, ...rest }, sha256), currency, total, due };
  });
  const draft = { hash: draftHash(month, statements, sha256), statements: 2, currency: 'USD', total: 10, due: 6 };
  const period: Period = { ...newPeriod(month), draft };
  return { statements, period: { ...period, seal: sealOf(period, statements, previous, sha256) } };
};
const nameOf = ({ period: { month, seal } }: SealedPeriod) => ({ month, hash: seal?.hash ?? '' });
const first = closed('2026-08');
const second = closed('2026-09', nameOf(first));
const verify = (periods: SealedPeriod[], from?: { month: string; hash: string }) => verifyChain(periods, sha256, from);

describe('The chain of closed months', () => {
  test('is whole from its first month, or after a month whose seal is trusted', () => {
    expect([verify([first, second]), verify([second], nameOf(first)), verify([])]).toEqual([
      ...[undefined, undefined, undefined],
    ]);
  });

  test('breaks where a month follows another month, or the same one with another seal', () => {
    const link = { month: '2026-09', what: 'link' };
    expect(verify([second])).toEqual(link);
    expect(verify([second], { ...nameOf(first), hash: 'another seal' })).toEqual(link);
    expect(verify([second], { ...nameOf(first), month: '2026-07' })).toEqual(link);
    expect(verify([first], nameOf(second))).toEqual({ ...link, month: '2026-08' });
  });

  test('breaks at a month without a seal, or without approved statements', () => {
    const { seal: _, ...open } = first.period;
    const { draft: _draft, ...undrafted } = first.period;
    for (const period of [open, undrafted])
      expect(verify([{ ...first, period }])).toEqual({ month: '2026-08', what: 'period' });
  });

  test.each<[string, object]>([
    ['currency', { currency: 'EUR' }],
    ['total', { total: 6 }],
    ['amount due', { due: 4 }],
    ['member', { memberId: 'zoo' }],
    ['hash', { hash: 'x' }],
  ])('breaks at a statement whose %s differs from its text', (_, over) => {
    const [abbey, law] = first.statements;
    if (!abbey || !law) throw new Error('no statements');
    const altered = { ...law, ...over };
    expect(verify([{ ...first, statements: [abbey, altered] }])).toEqual({
      ...{ month: '2026-08', memberId: altered.memberId, what: 'statement' },
    });
  });

  test('has a seal of each month that depends on its statements in no order, and a hash of the approved ones', () => {
    const { period, statements } = first;
    const turned = statements.toReversed();
    expect(sealOf(period, turned, undefined, sha256)).toStrictEqual(period.seal);
    expect(draftHash('2026-08', turned, sha256)).toBe(period.draft?.hash);
    expect(draftHash('2026-09', turned, sha256)).not.toBe(period.draft?.hash);
    expect(
      sealOf(
        period,
        statements.map((one) => ({ ...one, booked: '', invoice: '' })),
        undefined,
        sha256,
      ),
    ).toEqual(period.seal);
  });
});
