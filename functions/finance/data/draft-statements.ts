import { exactText, sumExact } from '../../../layers/kernel/money/exact.ts';
import { sha256 } from '../../../layers/platform/objects/sha-256.ts';
import { endOfMonth } from '../../../layers/records/ledger/domain/netting.ts';
import type { PolicyStore } from '../../../layers/records/policies/data/policy-store.ts';
import { inForce } from '../../../layers/records/policies/domain/document.ts';
import type { Draft, MeteredFigures, Period } from '../domain/periods/period.ts';
import { codesInForce } from '../domain/statements/account-codes.ts';
import { type Billing, billingKind, defaultBilling } from '../domain/statements/billing-policy.ts';
import { buildStatements, type StatementsInput } from '../domain/statements/build.ts';
import { draftHash, packed } from '../domain/statements/pack.ts';
import { sealedUse } from '../domain/statements/sealed-use.ts';
import type { MonthReport } from '../domain/usage-report/model.ts';
import type { PeriodHouse } from '../use-cases/period-house.ts';
import type { ReadByDay, ReadMonth } from './month-store.ts';
import type { Written } from './statement-store.ts';

const unattributed = ({ lines }: MonthReport): string =>
  exactText(sumExact(lines.flatMap(({ category, amount }) => (category === 'unattributed' ? [amount] : []))));

/** A month's figures as a period keeps them. */
export const figuresOf = ({ report, synthetic }: ReadMonth): MeteredFigures => ({
  ...{ currency: report.currency, total: exactText(report.total), unattributed: unattributed(report), synthetic },
  ...{ provisionalUntil: report.provisionalUntil, priceBook: report.priceBook.version },
});

/**
 * The billing policy that a month's statements go by: the one in force at its end, and its name. Read strongly: it may be adopted
 * for a month that is over a moment before that is reconciled.
 */
export const billingOf = async (
  policies: Pick<PolicyStore, 'list'>,
  month: string,
): Promise<{ name: string; body: Billing }> => {
  const adopted = inForce(await policies.list(billingKind, true), billingKind, endOfMonth(month));
  return adopted
    ? { name: `billing/${adopted.version}`, body: adopted.body }
    : { name: 'default', body: defaultBilling };
};

const inputOf = async (house: PeriodHouse, period: Period, read: ReadByDay): Promise<StatementsInput | string> => {
  const { month, reconciliation } = period;
  if (!reconciliation) return 'The period is not reconciled.';
  const named = 'billId' in reconciliation ? reconciliation.billId : undefined;
  const [members, entries, adjustments, dues, billing, bill, trueUps, restatements, codes] = await Promise.all([
    house.members(month),
    house.ledger.all(month),
    house.adjustments.ofMonth(month),
    house.dues.ofMonth(month),
    billingOf(house.policies, month),
    named === undefined ? undefined : house.bills.find(read, named),
    house.trueUps.intoMonth(month),
    house.restatements.intoMonth(month),
    house.accountCodes.byMember(),
  ]);
  if (named !== undefined && !bill) return `The bill ${named} is not the month’s latest any more.`;
  const why = 'reason' in reconciliation ? reconciliation.reason : reconciliation.billId;
  const { report, synthetic, key } = read;
  return {
    report,
    synthetic,
    key,
    members,
    calibration: bill?.calibration,
    bill: why,
    dues,
    entries,
    adjustments,
    trueUps,
    restatements,
    codes: [...codes.values()].flatMap((versions) => codesInForce(versions, month) ?? []),
    billing,
  };
};

/** The statements of a reconciled period, with what they come to; or in a sentence why there are none. */
const written = async (
  house: PeriodHouse,
  period: Period,
  now: number,
): Promise<{ all: Written[]; draft: Draft & Required<Pick<Draft, 'use'>>; texts: Map<string, string> } | string> => {
  const read = await house.months.readByDay(period.month, now);
  if ('refused' in read) return read.refused[0]?.detail ?? 'The month has no report.';
  if (figuresOf(read).total !== period.metered?.total) return 'More use came in since the figures were taken.';
  const input = await inputOf(house, period, read);
  if (typeof input === 'string') return input;
  const statements = buildStatements(input);
  if ('refused' in statements) return statements.refused[0]?.detail ?? 'There are no statements.';
  const all = statements.map((statement) => ({ statement, pack: packed(statement, sha256) }));
  const hash = draftHash(
    period.month,
    all.map(({ pack }) => pack),
    sha256,
  );
  const currency = statements[0]?.currency ?? read.report.currency;
  const sum = (of: (one: Written) => number) => all.reduce((whole, one) => whole + of(one), 0);
  const [total, due] = [sum(({ statement }) => statement.total), sum(({ statement }) => statement.due)];
  const { use, texts } = sealedUse({ report: read.report, key: read.key, sums: read.use.sums }, sha256);
  return { all, texts, draft: { hash, statements: all.length, currency, total, due, use } };
};

/**
 * Writes the statements of a reconciled period, to be looked at and approved; where there can be none, notes why. The same
 * again writes the same. Each transaction holds that the period is still reconciled in this round.
 */
export const draftStatements = async (house: PeriodHouse, month: string, now: number): Promise<void> => {
  const loaded = await house.periods.load(month);
  const { period } = loaded;
  if (period.state !== 'reconciled' || period.draft || period.blocked !== undefined) return;
  const made = await written(house, period, now);
  if (typeof made === 'string') {
    await house.periods.save(loaded, { ...period, blocked: made });
    return;
  }
  await house.use.keep(month, made.texts);
  // Whoever opened the period meanwhile has the say: its next round is written anew.
  if (!(await house.statements.keep(period, made.all))) return;
  await house.periods.save(loaded, { ...period, draft: made.draft });
};
