import type { ClosingDeps } from '../deps.ts';
import { inForce } from '../domain/cost-sharing/adoption.ts';
import { weightsOfFee } from '../domain/cost-sharing/consortium-budget.ts';
import type { Dues } from '../domain/statements/dues-lines.ts';

/** Loads the adopted yearly fees of members for the years that include a month. */
export const loadDues = async (
  { scenarios, directory }: Pick<ClosingDeps, 'scenarios' | 'directory'>,
  month: string,
): Promise<readonly Dues[]> => {
  const year = Number(month.slice(0, 4));
  const adopted = await scenarios.adoptedFor([year - 1, year]);
  const starts = new Map((await directory()).map((one) => [one.memberId, one.fiscalYearStartsIn]));
  const all = await Promise.all(
    inForce(adopted).map(async (scenario) => {
      const { formula, year: of, scenarioId, budget } = scenario;
      const rows = await scenarios.frozen(scenario);
      return rows.map(
        ({ fee: { memberId, fee, lines } }): Dues => ({
          ...{ memberId, code: formula.name, amount: fee, currency: formula.currency, reference: scenarioId },
          // A fee is for the member's own fiscal year, named after the year in which it begins.
          from: `${of}-${String(starts.get(memberId) ?? 1).padStart(2, '0')}`,
          ...(budget && { pays: weightsOfFee(budget, formula, lines) }),
        }),
      );
    }),
  );
  return all.flat();
};
