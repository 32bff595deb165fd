const running = (): string => new Date().toISOString().slice(0, 7);
const set = { at: '2026-11-02T09:00:00.000Z', by: 'staff:stf_01kaw5v7n0000000000000003z' };

const budgetOf = (owner: string, amount: number) => ({
  ...{ owner, measure: 'platform', span: 'month', from: running(), amount, currency: 'USD', set, v: 3 },
  thresholds: { actual: [50, 80, 100], forecast: 100 },
});

/** One member's budgets: a month that is nearly spent, a fiscal year by its statements, and their alerts. */
export const fixtureBudgets = (member: string | null) => {
  const owner = member ?? 'consortium';
  const month = running();
  const place = { measure: 'platform', span: 'month', from: month, period: month };
  const alert = { owner, ...place, v: 3, amount: 20_000, currency: 'USD' };
  return {
    ...{ owner, fiscalYearStartsIn: 7, asOf: '2026-11-24T06:00:00.000Z' },
    currencies: { platform: 'USD', statement: 'EUR' },
    budgets: [budgetOf(owner, 20_000)],
    statuses: [
      {
        ...{ ...place, firstDay: `${month}-01`, lastDay: `${month}-30`, amount: 20_000, currency: 'USD' },
        ...{ actual: 16_400, actualPercent: 82, knownDays: 24, days: 30, forecast: 20_500, forecastPercent: 102 },
      },
      {
        ...{ measure: 'statement', span: 'year', from: '2026', period: '2026', currency: 'EUR', amount: 900_000 },
        ...{ firstDay: '2026-07-01', lastDay: '2027-06-30' },
        ...{ actual: 0, actualPercent: 0, knownDays: 0, days: 365 },
      },
    ],
    alerts: [
      { ...alert, weighs: 'actual', threshold: 80, at: '2026-11-23T18:00:00.000Z', actual: 16_010, forecast: 20_300 },
      { ...alert, weighs: 'forecast', threshold: 100, at: '2026-11-12T06:00:00.000Z', actual: 8100, forecast: 20_250 },
    ],
  };
};

/** A budget after it was set. */
export const fixtureBudgetSet = (
  { memberId = '', ...place }: Record<string, string>,
  { v, ...body }: Record<string, unknown>,
) => ({ owner: memberId, ...place, ...body, set, v: Number(v) + 1 });
