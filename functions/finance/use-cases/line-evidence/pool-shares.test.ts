import type { PolicyStore } from '../../../../layers/records/policies/data/policy-store.ts';
import type { Statement, StatementLine } from '../../domain/statements/statement.ts';
import { poolOf, shareRows } from './pool-shares.ts';

const document = (version: number, body: object) => ({ kind: 'cost-sharing', version, body });
const policies = {
  list: async () => [
    document(1, { key: 'equal', lines: { 'search-domain': { key: 'use', of: 'loans' } } }),
    document(2, {
      key: 'equal',
      lines: { 'search-domain': { key: 'use', of: 'searches' }, alarms: { key: 'size', sizes: { ash: 1 } } },
    }),
    document(12, { key: 'equal' }),
  ],
} as unknown as PolicyStore;
const under = (key: string) => ({ memberId: 'ash', basis: { key } }) as Statement;

const operations = ['alarms', 'search-domain', 'secrets'].map((operation) => ({
  ...{ operation, events: 0, amount: '1.000000000000' },
}));
const idle = { kind: 'usage' as const, of: 'idle', service: 'platform' as const, operations };

test('an idle line is shown with its own key, in the version under which the statement was written', async () => {
  const by = async (key: string, of = 'idle') =>
    (await shareRows(policies, under(key), { ...idle, of })).map((row) => 'by' in row && row.by);
  expect(await by('equal cost-sharing/2')).toEqual([{ key: 'size' }, { key: 'use', of: 'searches' }, false]);
  expect(await by('equal cost-sharing/12')).toEqual([false, false, false]);
  expect(await by('equal default')).toEqual([false, false, false]);
  expect(await by('equal cost-sharing/2', 'consortium')).toEqual([false, false, false]);
});

test('a line of a pool is shown with the pool’s total and its share; without a share where no shares were stored', async () => {
  const line = { lineId: 'idle-idle-platform', metered: '1.000000000000' } as StatementLine;
  const metered = [
    ['DynamoDB', 'ash', 'idle-idle-platform', '1.000000000000'],
    ['DynamoDB', 'elm', 'idle-idle-platform', '2.500000000000'],
    ['Lambda', 'elm', 'idle-idle-platform', '0.500000000000'],
    ['Lambda', 'ash', 'direct-own-search', '7.000000000000'],
  ] as [string, string, string, string][];
  const used = (shares: boolean) => ({
    days: async () => undefined,
    shares: async () => (shares ? { key: [], meters: [], metered } : undefined),
  });
  expect(await poolOf(used(true), under('size cost-sharing/2'), line)).toEqual({
    pool: { key: 'size cost-sharing/2', whole: '4.000000000000', share: '0.250000000000' },
  });
  expect(await poolOf(used(false), under('size cost-sharing/2'), line)).toEqual({});
});
