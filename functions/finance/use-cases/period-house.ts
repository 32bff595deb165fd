import { membershipDays } from '../../../layers/kernel/membership/membership-days.ts';
import { openTable, type Table } from '../../../layers/platform/dynamodb/table.ts';
import { openBucket } from '../../../layers/platform/objects/object-store.ts';
import type { Runtime } from '../../../layers/platform/runtime/runtime.ts';
import { type LedgerStore, ledgerStore } from '../../../layers/records/ledger/data/ledger-store.ts';
import { type PolicyStore, policyStore } from '../../../layers/records/policies/data/policy-store.ts';
import { readDirectory } from '../../membership/public/directory-store.ts';
import { type AccountCodesStore, accountCodesStore } from '../data/account-codes-store.ts';
import { type AdjustmentStore, adjustmentStore } from '../data/adjustment-store.ts';
import { type InvoiceStore, invoiceStore } from '../data/invoice-store.ts';
import { type MonthStore, monthStore } from '../data/month-store.ts';
import { type PeriodStore, periodStore } from '../data/period-store.ts';
import { type RestatementStore, restatementStore } from '../data/restatement-store.ts';
import { type SealedUseStore, sealedUseStore } from '../data/sealed-use-store.ts';
import { type StatementStore, statementStore } from '../data/statement-store.ts';
import { type TrueUpStore, trueUpStore } from '../data/true-up-store.ts';
import { type StatementSources, statementSources } from './statement-sources.ts';

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
