import * as z from 'zod';
import { consortiumCurrency, members } from '../members.ts';
import type { Performer } from './in-process.ts';
import type { StaffActors } from './staff-actors.ts';

type Place = { memberId: string; measure: 'platform' | 'statement'; span: 'month' | 'year'; from: string };

/**
 * Monthly platform budgets of the consortium (a twelfth of the cloud line of the board's budget), of the first member (low, so that it is
 * exceeded) and of the second, and the first one's annual budget by statements.
 */
const budgets = (month: string): (Place & { amount: number })[] => {
  const [first, second] = members.map(({ memberId }) => memberId) as [string, string];
  const platform = { measure: 'platform', span: 'month', from: month } as const;
  return [
    { memberId: 'consortium', ...platform, amount: 7500 },
    { memberId: first, ...platform, amount: 1200 },
    { memberId: second, ...platform, amount: 1500 },
    { memberId: first, measure: 'statement', span: 'year', from: month.slice(0, 4), amount: 2_500_000 },
  ];
};

/** Sets budgets from the current month on, by the consortium's preparer and the members' own finance staff. `at` is in epoch ms. */
export async function setBudgets({ act }: Performer, actor: StaffActors, at: number): Promise<void> {
  const thresholds = { actual: [50, 80, 100], forecast: 100 };
  for (const { memberId, amount, ...place } of budgets(new Date(at).toISOString().slice(0, 7))) {
    const by = memberId === 'consortium' ? actor('finance-preparer', memberId) : actor('member-finance', memberId);
    const body = { amount, currency: consortiumCurrency, thresholds, v: 0 };
    await act('finance-set-budget', z.unknown(), { by, at, path: { memberId, ...place }, body });
  }
}
