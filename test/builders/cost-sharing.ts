import { keys as financeKeys } from '../../functions/finance/data/keys.ts';
import { type ReportedFigures, reportedFiguresSchema } from '../../functions/finance/domain/cost-sharing/scenario.ts';
import { memberStore } from '../../functions/membership/public/member-store.ts';
import { stamp, type Table } from '../../layers/platform/dynamodb/table.ts';

const set = { at: '2026-11-01T10:00:00.000Z', by: 'staff:stf_figures' };

/** A member's stored figures of 2026. */
export const figuresOf = (memberId: string, figures: Record<string, number>, more: object = {}): ReportedFigures =>
  reportedFiguresSchema.parse({
    memberId,
    figures: Object.fromEntries(Object.entries(figures).map(([name, value]) => [name, { 2026: value }])),
    ...{ changed: set, v: 1 },
    ...more,
  });

/** Writes members with their figures into a table, hundreds at once. */
export const withFigures = async (table: Table, all: readonly ReportedFigures[]): Promise<void> => {
  for (let at = 0; at < all.length; at += 100) {
    const puts = all.slice(at, at + 100).map((figures) => ({
      put: { ...financeKeys.key('memberFigures', figures), ...stamp('memberFigures', 1), ...figures },
    }));
    expect(await table.write(puts)).toBeUndefined();
  }
};

/** Writes libraries into a table, without figures. */
export const withMembers = async (table: Table, ...members: string[]): Promise<void> => {
  for (const memberId of members) {
    const library = { memberId, name: memberId, type: 'public', fiscalYearStartsIn: 1, lendsOnRequest: false } as const;
    await memberStore(table).create(library, set.at);
  }
};

/** The input of a scenario: half equally, half by items, of 1,000.00 dollars for 2026. */
export const aScenarioInput = (over: object = {}) => ({
  title: 'Half alike, half by items',
  year: 2026,
  formula: {
    ...{ name: 'half-and-half', title: 'Half alike, half by items', source: 'Worked by us', currency: 'USD' },
    parts: [
      { kind: 'share', title: 'Alike', cost: 'ils', percent: '50', key: { by: 'equal' } },
      { kind: 'share', title: 'Items', cost: 'ils', percent: '50', key: { by: 'figure', figure: 'items' } },
    ],
  },
  costs: { ils: 100_000 },
  size: { figure: 'items' },
  ...over,
});
