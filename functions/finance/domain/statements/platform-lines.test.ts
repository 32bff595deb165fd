import type { ReportLine } from '../usage-report/model.ts';
import { platformLineId, platformLines, unmeteredLineId } from './platform-lines.ts';

const ONE = 10n ** 12n;
const period = { from: '2026-10-01', to: '2026-10-31' };
const use = (over: Partial<ReportLine>): ReportLine => ({
  ...{ category: 'direct', pool: 'own', member: 'law', service: 'search', operation: 'search', events: 2 },
  ...{ succeeded: 2, charges: [], amount: ONE, ...over },
});
const linesOf = (lines: ReportLine[], exchange: Parameters<typeof platformLines>[0]['exchange'] = { into: 'USD' }) =>
  platformLines({ lines, calibration: undefined, exchange, minorDigits: 2, period });

describe('The platform’s lines of a statement', () => {
  test('sum the operations of a service, with each of them in order as evidence', () => {
    const lines = [
      ...[use({ operation: 'suggest', amount: 3n * ONE, events: 5 }), use({})],
      use({ category: 'shared', pool: 'consortium', amount: ONE / 2n }),
    ];
    expect(linesOf(lines).get('law')).toStrictEqual([
      {
        ...{ block: 'direct', title: 'platform-own', lineId: 'direct-own-search', service: 'search', ...period },
        ...{ amount: 400, metered: '4.000000000000', exact: '4.000000000000' },
        evidence: {
          ...{ kind: 'usage', of: 'law', service: 'search' },
          operations: [
            { operation: 'search', events: 2, amount: '1.000000000000' },
            { operation: 'suggest', events: 5, amount: '3.000000000000' },
          ],
        },
      },
      {
        ...{ block: 'shared', title: 'platform-consortium', lineId: 'shared-consortium-search', service: 'search' },
        ...{ ...period, amount: 50, metered: '0.500000000000', exact: '0.500000000000' },
        evidence: {
          ...{ kind: 'usage', of: 'consortium', service: 'search' },
          operations: [{ operation: 'search', events: 2, amount: '0.500000000000' }],
        },
      },
    ]);
  });

  test('are separate for each member, category, pool and service, and leave out what cost nothing', () => {
    const lines = [
      ...[use({}), use({ member: 'abbey' }), use({ service: 'catalogue' }), use({ category: 'shared' })],
      ...[use({ pool: 'public-use' }), use({ service: 'circulation', amount: 0n })],
    ];
    const ids = [...linesOf(lines)].map(([member, own]) => [member, own.map(({ lineId }) => lineId)]);
    expect(ids).toEqual([
      ['law', ['direct-own-search', 'direct-own-catalogue', 'shared-own-search', 'direct-public-use-search']],
      ['abbey', ['direct-own-search']],
    ]);
  });

  test('have the amount before the exchange, and its rate; also where that leaves nothing of a small amount', () => {
    const rate = { from: 'USD', rate: '0.5', source: 'ECB', date: '2026-10-30' };
    const [whole, tiny] =
      linesOf([use({}), use({ service: 'catalogue', amount: 1n })], { into: 'EUR', rate }).get('law') ?? [];
    expect(whole).toMatchObject({
      ...{ amount: 50, metered: '1.000000000000', exact: '0.500000000000' },
      exchange: { ...rate, amount: '1.000000000000' },
    });
    expect(tiny).toMatchObject({ amount: 0, exact: '0.000000000000', exchange: { amount: '0.000000000001' } });
  });

  test('have ids of their category, pool and service, or of the kind of what no meter counted', () => {
    expect(platformLineId({ category: 'idle', pool: 'idle', service: 'platform' })).toBe('idle-idle-platform');
    expect(unmeteredLineId('support')).toBe('unmetered-support');
  });
});
