import type { Exact } from '../domain/money/exact.ts';
import type { Dues } from '../domain/statements/dues-lines.ts';
import type { Calibration } from '../domain/statements/platform-lines.ts';
import type { Table } from './table.ts';

/** A month's bill as statements need it: what it came to, in the platform's currency, its factors and what is not metered, and how many exceptions it has. */
export type BilledMonth = { total: Exact; exceptions: number; calibration: Calibration };

/** Where statements take the platform's bill from. */
export type BillSource = { find(month: string, billId: string): Promise<BilledMonth | undefined> };

/** Where statements take members' adopted yearly fees from: all whose year holds the month. */
export type DuesSource = { ofMonth(month: string): Promise<readonly Dues[]> };

/** What statements take from elsewhere. */
export type StatementSources = { bills: BillSource; dues: DuesSource };

/** Until bills are imported none is found, so that a period is reconciled with a reason; until fees are adopted nobody owes any. */
export const statementSources = (_table: Table): StatementSources => ({
  bills: { find: async () => undefined },
  dues: { ofMonth: async () => [] },
});
