import { sha256 } from '../../../layers/platform/objects/sha-256.ts';
import { membershipDays } from '../../membership/public/membership-days.ts';
import { billingOfMonth } from '../data/billing-in-force.ts';
import type { ReadByDay } from '../data/month-store.ts';
import type { Written } from '../data/statement-store.ts';
import type { ClosingDeps } from '../deps.ts';
import { meteredFigures } from '../domain/periods/metered-figures.ts';
import type { Draft, Period } from '../domain/periods/period.ts';
import { codesInForce } from '../domain/statements/account-codes.ts';
import { carriedSum } from '../domain/statements/billing-cycle.ts';
import { buildStatements, type StatementsInput } from '../domain/statements/build.ts';
import { draftHash, packed } from '../domain/statements/pack.ts';
import { sealedUse } from '../domain/statements/sealed-use.ts';
import { loadBilledMonth } from './load-billed-month.ts';
import { loadDeferred } from './load-deferred.ts';
import { loadDues } from './load-dues.ts';

/** Returns the members on any day of a month. */
const membersIn = async ({ directory }: Pick<ClosingDeps, 'directory'>, month: string): Promise<string[]> =>
  (await directory()).filter((member) => membershipDays(member, month) > 0).map(({ memberId }) => memberId);

const inputOf = async (deps: ClosingDeps, period: Period, read: ReadByDay): Promise<StatementsInput | string> => {
  const { month, reconciliation } = period;
  if (!reconciliation) return 'The period is not reconciled.';
  const named = 'billId' in reconciliation ? reconciliation.billId : undefined;
  const [members, entries, adjustments, dues, billing, bill, trueUps, restatements, codes, deferred] =
    await Promise.all([
      membersIn(deps, month),
      deps.ledger.all(month),
      deps.adjustments.ofMonth(month),
      loadDues(deps, month),
      billingOfMonth(deps.policies, month),
      named === undefined ? undefined : loadBilledMonth(deps, read, named),
      deps.trueUps.intoMonth(month),
      deps.restatements.intoMonth(month),
      deps.accountCodes.byMember(),
      loadDeferred(deps, month),
    ]);
  if (named !== undefined && !bill) return `The bill ${named} is not the month’s latest any more.`;
  if (typeof deferred === 'string') return deferred;
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
    deferred,
    codes: [...codes.values()].flatMap((versions) => codesInForce(versions, month) ?? []),
    billing,
  };
};

/** Builds the statements of a reconciled period with their totals, or states in a sentence why there are none. */
const written = async (
  deps: ClosingDeps,
  period: Period,
  now: number,
): Promise<{ all: Written[]; draft: Draft & Required<Pick<Draft, 'use'>>; texts: Map<string, string> } | string> => {
  const read = await deps.months.readByDay(period.month, now);
  if ('refused' in read) return read.refused[0]?.detail ?? 'The month has no report.';
  if (meteredFigures(read.report, read.synthetic).total !== period.metered?.total)
    return 'More use came in since the figures were taken.';
  const input = await inputOf(deps, period, read);
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
  const [total, due] = [
    sum(({ statement }) => statement.total - carriedSum(statement)),
    sum(({ statement }) => statement.due),
  ];
  const { use, texts } = sealedUse({ report: read.report, key: read.key, sums: read.use.sums }, sha256);
  return { all, texts, draft: { hash, statements: all.length, currency, total, due, use } };
};

/**
 * Writes the statements of a reconciled period, for review and approval; if that is impossible, records why. Repeating it writes the
 * same. Each transaction checks that the period is still reconciled in this round.
 */
export const draftStatements = async (deps: ClosingDeps, month: string, now: number): Promise<void> => {
  const loaded = await deps.periods.load(month);
  const { period } = loaded;
  if (period.state !== 'reconciled' || period.draft || period.blocked !== undefined) return;
  const made = await written(deps, period, now);
  if (typeof made === 'string') {
    await deps.periods.save(loaded, { ...period, blocked: made });
    return;
  }
  await deps.use.keep(month, made.texts);
  // The period may have been reopened meanwhile: its next round is then written separately.
  if (!(await deps.statements.keep(period, made.all))) return;
  await deps.periods.save(loaded, { ...period, draft: made.draft });
};
