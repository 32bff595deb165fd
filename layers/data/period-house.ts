import { readDirectory } from '../../functions/membership/data/directory-store.ts';
import { membershipDays } from '../kernel/membership/membership-days.ts';
import { openTable, type Table } from '../platform/dynamodb/table.ts';
import { openBucket } from '../platform/objects/object-store.ts';
import type { Runtime } from '../platform/runtime/runtime.ts';
import { type LedgerStore, ledgerStore } from '../records/ledger/data/ledger-store.ts';
import { type PolicyStore, policyStore } from '../records/policies/data/policy-store.ts';
import { type AccountCodesStore, accountCodesStore } from './account-codes-store.ts';
import { type AdjustmentStore, adjustmentStore } from './adjustment-store.ts';
import { type InvoiceStore, invoiceStore } from './invoice-store.ts';
import { type MonthStore, monthStore } from './month-store.ts';
import { type PeriodStore, periodStore } from './period-store.ts';
import { type RestatementStore, restatementStore } from './restatement-store.ts';
import { type SealedUseStore, sealedUseStore } from './sealed-use-store.ts';
import { type StatementSources, statementSources } from './statement-sources.ts';
import { type StatementStore, statementStore } from './statement-store.ts';
import { type TrueUpStore, trueUpStore } from './true-up-store.ts';

/** What periods and their statements are made with and kept in. */
export type PeriodHouse = StatementSources & {
  table: Table;
  months: MonthStore;
  periods: PeriodStore;
  statements: StatementStore;
  adjustments: AdjustmentStore;
  invoices: InvoiceStore;
  accountCodes: AccountCodesStore;
  trueUps: TrueUpStore;
  restatements: RestatementStore;
  use: SealedUseStore;
  ledger: LedgerStore;
  policies: PolicyStore;
  /** Who was a member on any day of a month. */
  members: (month: string) => Promise<string[]>;
};

/** Composes it, once a container. Its contract must touch the table and the configured sizes, by which idle cost is reckoned. */
export const periodHouse = (runtime: Pick<Runtime, 'environment'>): PeriodHouse => {
  const table = openTable(runtime);
  const bucket = () => openBucket(runtime);
  return {
    table,
    ...statementSources(runtime),
    months: monthStore(runtime),
    periods: periodStore(table),
    statements: statementStore(table),
    adjustments: adjustmentStore(table),
    invoices: invoiceStore(table),
    accountCodes: accountCodesStore(table),
    trueUps: trueUpStore(table),
    restatements: restatementStore(table, bucket),
    use: sealedUseStore(bucket),
    ledger: ledgerStore(table),
    policies: policyStore(table),
    members: async (month) => {
      const then = (await readDirectory(table)).filter((member) => membershipDays(member, month) > 0);
      return then.map(({ memberId }) => memberId);
    },
  };
};
