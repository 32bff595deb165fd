import type { Exact } from '../../../layers/kernel/money/exact.ts';
import { openTable, type Table } from '../../../layers/platform/dynamodb/table.ts';
import { openBucket } from '../../../layers/platform/objects/object-store.ts';
import type { Runtime } from '../../../layers/platform/runtime/runtime.ts';
import { readDirectory } from '../../membership/public/directory-store.ts';
import type { ReadByDay } from '../data/month-store.ts';
import { platformBillStore, takenIn } from '../data/platform-bill-store.ts';
import { scenarioStore } from '../data/scenario-store.ts';
import { judged } from '../domain/cloud-bills/acceptance.ts';
import { inForce } from '../domain/cost-sharing/adoption.ts';
import type { Dues } from '../domain/statements/dues-lines.ts';
import type { Calibration } from '../domain/statements/platform-lines.ts';
import { reconciledWith } from './month-reconciliation.ts';

/** A month's bill as statements need it: what it came to in the platform's currency, how many differences nobody has explained yet, and the lines brought to it. */
export type BilledMonth = { total: Exact; open: number; calibration: Calibration };

/** Where statements take the platform's bill from: the latest of the month that was read, by its id. */
export type BillSource = {
  find(read: ReadByDay, billId: string): Promise<BilledMonth | undefined>;
  /** The id of that latest bill, where one was taken in. */
  latest(month: string): Promise<string | undefined>;
};

/** Where statements take members' adopted yearly fees from: all whose year holds the month. */
export type DuesSource = { ofMonth(month: string): Promise<readonly Dues[]> };

/** What statements take from elsewhere. */
export type StatementSources = { bills: BillSource; dues: DuesSource };

const billSource = (runtime: Pick<Runtime, 'environment'>): BillSource => ({
  find: async (read, billId) => {
    // Opened here: most who show a period read no bill, and may not.
    const stores = { bills: platformBillStore(openTable(runtime)), bucket: openBucket(runtime) };
    const { found, acceptances } = await reconciledWith(read, stores);
    if (found?.bill.billId !== billId) return undefined;
    const { reconciliation, calibrated } = found;
    const factors = new Map(reconciliation.rows.map(({ service, factor }) => [service, factor]));
    return {
      total: reconciliation.billed,
      open: judged(reconciliation, acceptances).filter((exception) => exception.open).length,
      calibration: { billId, factors, lines: calibrated.lines },
    };
  },
  latest: async (month) => takenIn((await platformBillStore(openTable(runtime)).ofMonth(month)).bills).at(-1)?.billId,
});

const duesSource = (table: Table): DuesSource => ({
  ofMonth: async (month) => {
    const year = Number(month.slice(0, 4));
    const scenarios = await scenarioStore(table).adoptedFor([year - 1, year]);
    const starts = new Map((await readDirectory(table)).map((one) => [one.memberId, one.fiscalYearStartsIn]));
    const all = await Promise.all(
      inForce(scenarios).map(async (scenario) => {
        const { formula, year: of, scenarioId } = scenario;
        const rows = await scenarioStore(table).frozen(scenario);
        return rows.map(
          ({ fee: { memberId, fee } }): Dues => ({
            ...{ memberId, code: formula.name, amount: fee, currency: formula.currency, reference: scenarioId },
            // A fee is for the member's own fiscal year, which begins in the year that it is named after.
            from: `${of}-${String(starts.get(memberId) ?? 1).padStart(2, '0')}`,
          }),
        );
      }),
    );
    return all.flat();
  },
});

/** The bills that were taken in and reconciled, and the fees of adopted scenarios. */
export const statementSources = (runtime: Pick<Runtime, 'environment'>): StatementSources => ({
  bills: billSource(runtime),
  dues: duesSource(openTable(runtime)),
});
