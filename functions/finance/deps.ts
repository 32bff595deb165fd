import { openTable, type Table } from '../../layers/platform/dynamodb/table.ts';
import { openBucket } from '../../layers/platform/objects/object-store.ts';
import { openBus } from '../../layers/platform/queues/bus.ts';
import { type Email, sendEmail } from '../../layers/platform/queues/email.ts';
import { cachedFor } from '../../layers/platform/runtime/cached-for.ts';
import { iso } from '../../layers/platform/runtime/clock.ts';
import { readDeployedSettings } from '../../layers/platform/runtime/deployed-resources.ts';
import type { Runtime } from '../../layers/platform/runtime/runtime.ts';
import { meterSelf } from '../../layers/platform/runtime/self-metering.ts';
import { siteAddress } from '../../layers/platform/runtime/site-address.ts';
import { ledgerStore } from '../../layers/records/ledger/data/ledger-store.ts';
import { policyStore } from '../../layers/records/policies/data/policy-store.ts';
import { readDirectory } from '../membership/public/directory-store.ts';
import { memberStore } from '../membership/public/member-store.ts';
import { staffNames } from '../membership/public/staff-names.ts';
import { defaultSharingPolicy } from '../resource-sharing/public/default-sharing-policy.ts';
import { loanRequestStore } from '../resource-sharing/public/loan-request-store.ts';
import { partnerAccountStore } from '../resource-sharing/public/partner-account-store.ts';
import { sharingKind } from '../resource-sharing/public/sharing-kind.ts';
import type { Voucher } from '../resource-sharing/public/vouchers.ts';
import { accountCodesStore } from './data/account-codes-store.ts';
import { accountStore } from './data/account-store.ts';
import { adjustmentStore } from './data/adjustment-store.ts';
import { bankStatementStore } from './data/bank-statement-store.ts';
import { alertCounts } from './data/budget-alert-counts.ts';
import { budgetStore } from './data/budget-store.ts';
import { disputeStore } from './data/dispute-store.ts';
import { evidencePacks } from './data/evidence-packs.ts';
import { idleStore } from './data/idle-store.ts';
import { invoiceStore } from './data/invoice-store.ts';
import { knownMembers } from './data/known-members.ts';
import { countedLoans } from './data/loan-statistic-store.ts';
import { memberFiguresStore } from './data/member-figures-store.ts';
import { monthStore } from './data/month-store.ts';
import { payoutStore } from './data/payout-store.ts';
import { periodMachine } from './data/period-machine.ts';
import { preparersOf } from './data/period-preparers.ts';
import { periodStore } from './data/period-store.ts';
import { platformBillStore } from './data/platform-bill-store.ts';
import { priceBooksOf } from './data/price-books.ts';
import { priceProposalStore } from './data/price-proposal-store.ts';
import { reminderStore } from './data/reminder-store.ts';
import { restatementStore } from './data/restatement-store.ts';
import { scenarioStore } from './data/scenario-store.ts';
import { sealedUseStore } from './data/sealed-use-store.ts';
import { describedSizes } from './data/sizes.ts';
import { spendingStore } from './data/spending-store.ts';
import { statementStore } from './data/statement-store.ts';
import { trueUpStore } from './data/true-up-store.ts';
import { usageStore } from './data/usage-store.ts';
import { voucherStore } from './data/voucher-store.ts';
import type { Alert } from './domain/budgets/alert.ts';
import { publicAlert } from './domain/budgets/public-alert.ts';
import { attributionKind } from './domain/metering/attribution-kind.ts';

/** The parts of the runtime that a composition uses. */
type Settings = Pick<Runtime, 'environment' | 'engines'>;

/** How long a rarely changed policy is cached, in milliseconds. */
const POLICY_MS = 60_000;
/** A past month hardly changes while its requests are paged through. */
const MONTH_MS = 60_000;

/** Composes the look-up of the names of staff. */
const namesOf = (table: Table) => ({ staffNames: (actors: readonly string[]) => staffNames(table, actors) });

// Each function composes the dependencies of one subject only: a handler's bundle contains only the stores that it uses.

/** Composes the dependencies of monthly reports: the use of the platform, and its cost. */
export const monthDeps = (runtime: Settings) => ({ months: monthStore(runtime) });

/** Composes the requests behind the lines of a report. The current month is read again, so that new requests have their cost. */
export const requestDeps = (runtime: Settings) => {
  const table = openTable(runtime);
  const months = monthStore(runtime);
  const past = cachedFor(MONTH_MS, (month, now) => months.read(month, now));
  return {
    usage: usageStore(table, openBucket(runtime)),
    periods: periodStore(table),
    monthAt: (month: string, now: number) =>
      month === iso(now).slice(0, 7) ? months.read(month, now) : past(month, now),
  };
};

export type RequestDeps = ReturnType<typeof requestDeps>;

/** Composes the checkouts and renewals of a month, as the statistics store them. */
export const loanCountDeps = (runtime: Settings) => {
  const table = openTable(runtime);
  return { countedLoans: (memberId: string, month: string) => countedLoans(table, memberId, month) };
};

/** Composes the price books in force. */
export const priceBookDeps = (runtime: Settings) => {
  const table = openTable(runtime);
  return {
    books: priceBooksOf(runtime, policyStore(table)),
    ...namesOf(table),
  };
};

/** Composes an estimate of the costs: price books, and what the deployment runs. */
export const estimateDeps = (runtime: Settings) => ({
  ...priceBookDeps(runtime),
  deployed: readDeployedSettings(runtime.environment),
});

/** Composes the file of an estimate. */
export const estimateFileDeps = (runtime: Settings) => ({ ...estimateDeps(runtime), bucket: openBucket(runtime) });

/** Composes the dependencies of decisions on price changes. */
export const priceChangeDeps = (runtime: Settings) => {
  const table = openTable(runtime);
  return {
    proposals: priceProposalStore(table),
    policies: policyStore(table),
    periods: periodStore(table),
    region: runtime.environment.need('AWS_REGION'),
    ...namesOf(table),
  };
};

/** Composes the ledger. */
export const ledgerDeps = (runtime: Settings) => ({ ledger: ledgerStore(openTable(runtime)) });

/** Composes the consortium's own books: the ledger, and the accounts of members with their reminders. */
export const booksDeps = (runtime: Settings) => {
  const table = openTable(runtime);
  return {
    ...{ ledger: ledgerStore(table), accounts: accountStore(table), periods: periodStore(table) },
    ...{ policies: policyStore(table), reminders: reminderStore(table), disputes: disputeStore(table) },
    ...{ statements: statementStore(table), scenarios: scenarioStore(table) },
  };
};

/** Composes the files of the consortium's own books. */
export const booksFileDeps = (runtime: Settings) => ({
  ...booksDeps(runtime),
  bucket: openBucket(runtime),
  directory: () => readDirectory(openTable(runtime)),
});

/** Composes entries in the consortium's own books. */
export const costDeps = (runtime: Settings) => ({ table: openTable(runtime) });

/** Composes account statements of the bank. */
export const bankStatementDeps = (runtime: Settings) => ({ bankStatements: bankStatementStore(openTable(runtime)) });

/** Composes the matching of entries of the bank: payments with invoices, returns with payments, fees with charges. */
export const bankMatchDeps = (runtime: Settings) => {
  const table = openTable(runtime);
  return {
    ...adjustmentDeps(runtime),
    ...{ table, bankStatements: bankStatementStore(table), accounts: accountStore(table) },
  };
};

/** Composes an account statement of the bank with what is proposed for its entries. */
export const bankStatementShownDeps = (runtime: Settings) => {
  const table = openTable(runtime);
  return {
    ...{ bankStatements: bankStatementStore(table), accounts: accountStore(table), policies: policyStore(table) },
    directory: () => readDirectory(table),
    ...namesOf(table),
  };
};

/** Composes the netting between members. */
export const nettingDeps = (runtime: Settings) => {
  const table = openTable(runtime);
  return { ledger: ledgerStore(table), periods: periodStore(table) };
};

/** Composes money by bank on a member's account with the consortium. */
export const paymentDeps = (runtime: Settings) => {
  const table = openTable(runtime);
  return { table, accounts: accountStore(table), members: memberStore(table) };
};

/** Composes payouts of credits. */
export const payoutDeps = (runtime: Settings) => {
  const table = openTable(runtime);
  return { table, accounts: accountStore(table), payouts: payoutStore(table) };
};

/** Composes a member's account: its lines, payouts, and the disputed lines of its statements. */
export const accountDeps = (runtime: Settings) => {
  const table = openTable(runtime);
  return {
    accounts: accountStore(table),
    payouts: payoutStore(table),
    disputes: disputeStore(table),
    periods: periodStore(table),
    statements: statementStore(table),
    ...{ reminders: reminderStore(table), policies: policyStore(table) },
  };
};

/** Composes reminders of overdue invoices. Without a sender of e-mail none is sent. */
export const reminderDeps = (runtime: Settings) => {
  const table = openTable(runtime);
  const sender = runtime.environment.maybe('NOTICE_SENDER');
  return {
    ...accountDeps(runtime),
    members: memberStore(table),
    directory: () => readDirectory(table),
    sendReminder: sender === undefined ? undefined : (email: Email) => sendEmail(sender, email, 'once'),
    site: async (): Promise<string | undefined> =>
      runtime.environment.maybe('SITE_PARAMETER') === undefined ? undefined : siteAddress(runtime),
  };
};
export type ReminderDeps = ReturnType<typeof reminderDeps>;

/** Composes the files of a member's account. */
export const accountFileDeps = (runtime: Settings) => {
  const table = openTable(runtime);
  return {
    ...accountDeps(runtime),
    ledger: ledgerStore(table),
    members: memberStore(table),
    bucket: openBucket(runtime),
  };
};

/** Composes the codes of members' own accounts. */
export const accountCodeDeps = (runtime: Settings) => {
  const table = openTable(runtime);
  return { codes: accountCodesStore(table), ...namesOf(table) };
};

/**
 * Composes the dependencies of settlements with external partners; `vouchersInForce` are the kinds of vouchers adopted at an instant
 * (epoch ms).
 */
export const partnerDeps = (runtime: Settings) => {
  const table = openTable(runtime);
  const policies = policyStore(table);
  return {
    table,
    ledger: ledgerStore(table),
    accounts: partnerAccountStore(table),
    stocks: voucherStore(table),
    vouchersInForce: async (now: number): Promise<readonly Voucher[]> =>
      ((await policies.inForce(sharingKind, now))?.body ?? defaultSharingPolicy).vouchers,
  };
};

export type PartnerDeps = ReturnType<typeof partnerDeps>;

/** Composes settlements with partners, also of single requests. */
export const settlementDeps = (runtime: Settings) => ({
  ...partnerDeps(runtime),
  requests: loanRequestStore(openTable(runtime)),
});

export type SettlementDeps = ReturnType<typeof settlementDeps>;

/** Composes refunds of interlibrary loan charges. */
export const refundDeps = (runtime: Settings) => {
  const table = openTable(runtime);
  return { table, ledger: ledgerStore(table), requests: loanRequestStore(table) };
};

export type RefundDeps = ReturnType<typeof refundDeps>;

/** Composes members' statements with their disputes. */
export const statementDeps = (runtime: Settings) => {
  const table = openTable(runtime);
  return { periods: periodStore(table), statements: statementStore(table), disputes: disputeStore(table) };
};

/** Composes the files of statements. */
export const statementFileDeps = (runtime: Settings) => {
  const table = openTable(runtime);
  return {
    periods: periodStore(table),
    statements: statementStore(table),
    members: memberStore(table),
    policies: policyStore(table),
    budgets: budgetStore(table),
    directory: () => readDirectory(table),
    bucket: openBucket(runtime),
  };
};

/** Composes the evidence behind the lines of statements. The bucket is opened when a bill or sealed use is read: few lines need it. */
export const evidenceDeps = (runtime: Settings) => {
  const table = openTable(runtime);
  const bucket = () => openBucket(runtime);
  return {
    ...{ bucket, periods: periodStore(table), statements: statementStore(table), ledger: ledgerStore(table) },
    ...{ scenarios: scenarioStore(table), policies: policyStore(table), bills: platformBillStore(table) },
    use: sealedUseStore(bucket),
    directory: () => readDirectory(table),
    ...namesOf(table),
  };
};
export type EvidenceDeps = ReturnType<typeof evidenceDeps>;

/** Composes the list of periods. */
export const periodListDeps = (runtime: Settings) => {
  const table = openTable(runtime);
  return {
    ...{ periods: periodStore(table), statements: statementStore(table), disputes: disputeStore(table) },
    alertCounts: (from: string, to: string) => alertCounts(table, from, to),
    ...namesOf(table),
  };
};

/** Composes one period with its statements and adjustments. */
export const periodDeps = (runtime: Settings) => {
  const table = openTable(runtime);
  return {
    ...{ periods: periodStore(table), statements: statementStore(table), adjustments: adjustmentStore(table) },
    disputes: disputeStore(table),
  };
};

/** Composes adjustments of an open period. */
export const adjustmentDeps = (runtime: Settings) => {
  const table = openTable(runtime);
  const policies = policyStore(table);
  return { ...periodDeps(runtime), policies, members: memberStore(table), books: priceBooksOf(runtime, policies) };
};

/** Composes the steps of a period, with the workflow that waits for them. */
export const periodStepDeps = (runtime: Settings) => ({
  periods: periodStore(openTable(runtime)),
  machine: periodMachine(runtime),
});

/** Composes decisions on a period: its steps, who prepared it, and its bills. */
export const periodDecisionDeps = (runtime: Settings) => {
  const table = openTable(runtime);
  return {
    ...periodStepDeps(runtime),
    bills: platformBillStore(table),
    preparers: (month: string) => preparersOf(table, month),
  };
};

/**
 * Composes the closing of periods: the input and storage of statements. Its contract must touch the table and the configured sizes, from
 * which the idle cost is calculated. The bucket is opened on first use: some callers may not read it.
 */
export const closingDeps = (runtime: Settings) => {
  const table = openTable(runtime);
  const bucket = () => openBucket(runtime);
  return {
    ...{ table, bucket, months: monthStore(runtime), periods: periodStore(table), statements: statementStore(table) },
    ...{ adjustments: adjustmentStore(table), invoices: invoiceStore(table), accountCodes: accountCodesStore(table) },
    ...{ trueUps: trueUpStore(table), restatements: restatementStore(table, bucket), use: sealedUseStore(bucket) },
    ...{ ledger: ledgerStore(table), policies: policyStore(table), bills: platformBillStore(table) },
    scenarios: scenarioStore(table),
    directory: () => readDirectory(table),
  };
};
export type ClosingDeps = ReturnType<typeof closingDeps>;

/** Composes the preparation of a period: its closing, and the workflow that waits for its steps. */
export const preparationDeps = (runtime: Settings) => ({ ...closingDeps(runtime), machine: periodMachine(runtime) });

/** Composes the bills of the platform. */
export const billDeps = (runtime: Settings) => ({ bills: platformBillStore(openTable(runtime)) });

/** Composes the intake of bills: their files, and the price books by which they are read. */
export const billFileDeps = (runtime: Settings) => ({
  ...billDeps(runtime),
  ...priceBookDeps(runtime),
  bucket: openBucket(runtime),
});

/** Composes the reconciliation of months with their bills. */
export const reconciliationDeps = (runtime: Settings) => ({
  ...billDeps(runtime),
  months: monthStore(runtime),
  bucket: () => openBucket(runtime),
  policies: policyStore(openTable(runtime)),
});
export type ReconciliationDeps = ReturnType<typeof reconciliationDeps>;

/** Composes restatements of closed months. */
export const restatementDeps = (runtime: Settings) => {
  const table = openTable(runtime);
  const bucket = () => openBucket(runtime);
  return {
    ...{ bucket, restatements: restatementStore(table, bucket), use: sealedUseStore(bucket) },
    ...{ periods: periodStore(table), statements: statementStore(table), bills: platformBillStore(table) },
    policies: policyStore(table),
  };
};
export type RestatementDeps = ReturnType<typeof restatementDeps>;

/** Composes true-ups of dues. */
export const trueUpDeps = (runtime: Settings) => {
  const table = openTable(runtime);
  return {
    ...{ trueUps: trueUpStore(table), periods: periodStore(table), statements: statementStore(table) },
    ...{ scenarios: scenarioStore(table), policies: policyStore(table), directory: () => readDirectory(table) },
    ...namesOf(table),
  };
};
export type TrueUpDeps = ReturnType<typeof trueUpDeps>;

/** Composes cost-sharing scenarios: members' figures, formulas, and adopted scenarios. */
export const scenarioDeps = (runtime: Settings) => {
  const table = openTable(runtime);
  return {
    ...{ figures: memberFiguresStore(table), scenarios: scenarioStore(table), periods: periodStore(table) },
    trueUps: trueUpStore(table),
    directory: () => readDirectory(table),
  };
};
export type ScenarioDeps = ReturnType<typeof scenarioDeps>;

/** Composes budgets with the members and policies that they depend on. */
export const budgetDeps = (runtime: Settings) => {
  const table = openTable(runtime);
  const policies = policyStore(table);
  return {
    ...{ budgets: budgetStore(table), spending: spendingStore(table), members: memberStore(table), policies },
    books: priceBooksOf(runtime, policies),
  };
};

export type BudgetDeps = ReturnType<typeof budgetDeps>;

/** Composes the monitoring of budgets. Its contract must touch the table, the bus and the configured sizes. */
export const budgetWatchDeps = (runtime: Settings) => {
  const table = openTable(runtime);
  const bus = openBus(runtime, 'concord.finance');
  return {
    ...{ months: monthStore(runtime), budgets: budgetStore(table), spending: spendingStore(table) },
    ...{ periods: periodStore(table), statements: statementStore(table), policies: policyStore(table) },
    directory: () => readDirectory(table),
    /** Throws when the bus did not accept the alert. */
    publish: (alert: Alert): Promise<void> => bus.publish([publicAlert(alert)]),
  };
};
export type BudgetWatchDeps = ReturnType<typeof budgetWatchDeps>;

/** Composes the metering of usage. */
export const meteringDeps = (runtime: Settings) => {
  const table = openTable(runtime);
  const policies = policyStore(table);
  return {
    usage: usageStore(table),
    attribution: cachedFor(POLICY_MS, () => policies.list(attributionKind)),
    members: knownMembers(() => readDirectory(table)),
    // At most once a minute: a write with each batch would double its cost at low traffic.
    counting: meterSelf(120_000),
  };
};

export type MeteringDeps = ReturnType<typeof meteringDeps>;

/** Composes the packing of evidence into files. */
export const evidencePackDeps = (runtime: Settings) => {
  const table = openTable(runtime);
  return { table, packs: evidencePacks(table, openBucket(runtime)), directory: () => readDirectory(table) };
};

export type EvidencePackDeps = ReturnType<typeof evidencePackDeps>;

/** Composes the readings of idle resources: as configured, and as the services describe them. */
export const idleCostDeps = (runtime: Settings) => ({
  idle: idleStore(openTable(runtime)),
  sizes: describedSizes(runtime),
  deployed: readDeployedSettings(runtime.environment),
});
export type IdleCostDeps = ReturnType<typeof idleCostDeps>;
