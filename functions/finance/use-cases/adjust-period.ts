import { shiftedMonth } from '../../../layers/kernel/calendar/month.ts';
import type { Keep } from '../../../layers/platform/http/handle.ts';
import { answer, refuse } from '../../../layers/platform/http/outcome.ts';
import { iso } from '../../../layers/platform/runtime/clock.ts';
import type { Ids } from '../../../layers/platform/runtime/ids.ts';
import { auditWrite } from '../../../layers/records/audit/data/audit.ts';
import type { PolicyStore } from '../../../layers/records/policies/data/policy-store.ts';
import type { MemberStore } from '../../membership/public/member-store.ts';
import type { AdjustmentStore } from '../data/adjustment-store.ts';
import { billingOfMonth } from '../data/billing-in-force.ts';
import type { DisputeStore } from '../data/dispute-store.ts';
import type { PeriodStore } from '../data/period-store.ts';
import type { PriceBooks } from '../data/price-books.ts';
import type { StatementStore } from '../data/statement-store.ts';
import {
  type Adjustment,
  type AdjustmentInput,
  adjustmentLineId,
  correctedOf,
  disputedLinesOf,
} from '../domain/statements/adjustment.ts';
import { policyMode } from '../domain/statements/billing-policy.ts';
import { withCorrection } from '../domain/statements/dispute.ts';
import { closedStatement, rateOf, withinBounds } from './adjustment-bounds.ts';

type Deps = {
  periods: PeriodStore;
  statements: StatementStore;
  adjustments: AdjustmentStore;
  disputes: DisputeStore;
  members: Pick<MemberStore, 'get'>;
  policies: PolicyStore;
  books: PriceBooks;
  ids: Ids;
};
type Input = {
  month: string;
  input: AdjustmentInput;
  by: string;
  now: number;
  keep: Keep<{ adjustment: Adjustment }>;
};

/** Returns the entry to be stored: a correction with the data of its closed line; undefined when there is no such line. */
const adjustmentOf = async (
  deps: Deps,
  input: AdjustmentInput,
  made: { by: string; at: string },
): Promise<Adjustment | undefined> => {
  if (input.kind !== 'correction') return { ...input, ...made };
  const { memberId, corrects } = input;
  const { statement, invoice } = (await closedStatement(deps, { memberId, month: corrects.month })) ?? {};
  const line = statement?.lines.find(({ lineId }) => lineId === corrects.lineId);
  if (!statement || !line) return undefined;
  const { currency } = statement;
  const found = { currency, line: correctedOf(statement, line), mode: policyMode(line.mode) };
  return { ...input, ...made, ...found, ...(invoice !== undefined && { invoice }) };
};

/**
 * Returns the dispute that an adjustment counts in, with its line: the upheld one, of the line that it corrects or names, or of the line of
 * an earlier month that this one bills.
 */
const disputeOf = async ({ disputes }: Deps, adjustment: Adjustment) => {
  const { memberId } = adjustment;
  const all = await Promise.all(
    disputedLinesOf(adjustment).map(async (line) => ({ line, before: await disputes.load({ memberId, ...line }) })),
  );
  const upheld = all.find(({ before }) => before.dispute?.state === 'upheld');
  return upheld ?? all.find(({ before }) => before.dispute !== undefined) ?? all[0];
};

/** Returns the write by which an adjustment counts in the dispute of the line that it corrects or names, or why it must not. */
const settlesDispute = async (deps: Deps, adjustment: Adjustment, { by, month }: { by: string; month: string }) => {
  const found = await disputeOf(deps, adjustment);
  if (!found) return { writes: [] };
  const { line, before } = found;
  const { memberId, amount, kind } = adjustment;
  if (kind === 'credit') {
    const isUpheld = before.dispute?.state === 'upheld';
    if (!isUpheld) return refuse('not-upheld', 'No dispute of this line is upheld.', '/body/settles');
    if ((await closedStatement(deps, { memberId, month: line.month }))?.statement.currency !== adjustment.currency)
      return refuse('not-upheld', 'The dispute is in the currency of its statement.', '/body/currency');
  }
  const lineId = adjustmentLineId(adjustment);
  const after = withCorrection(before.dispute, { month, lineId, amount: -amount, by });
  if (after === 'own-decision')
    return refuse('own-decision', 'Who upheld the dispute of the line does not enter its correction.');
  return { writes: after ? [deps.disputes.saving(before, after)] : [] };
};

/** Adds a correction of a closed line, a credit or a one-off charge to a month without written statements. */
export const adjustPeriod = async (deps: Deps, { month, input, by, now, keep }: Input) => {
  const { memberId, amount } = input;
  if (!(await deps.members.get(memberId)))
    return refuse('unknown-member', 'There is no such member.', '/body/memberId');
  // FOCUS: a correction refers to a charge of an earlier billing period.
  if (input.kind === 'correction' && input.corrects.month >= month)
    return refuse('not-earlier', 'Put it into a month after the one that it corrects.', '/body/corrects/month');
  const { body: billing } = await billingOfMonth(deps.policies, month);
  const at = iso(now);
  if (month < shiftedMonth(at.slice(0, 7), -billing.adjustments.monthsBack))
    return refuse('too-early', 'The billing policy allows no adjustment of so early a month.', '/path/month');
  const adjustment = await adjustmentOf(deps, input, { by, at });
  if (!adjustment) return refuse('unknown-line', 'There is no such closed line.', '/body/corrects');
  if (adjustment.kind === 'correction' && adjustment.line.block === 'tax')
    return refuse('tax-follows', 'Correct the line that it was on.', '/body/corrects');
  const { currency } = adjustment;
  const exchange = await rateOf(deps, billing, { month, currency });
  if ('refused' in exchange) return exchange;
  const bounded = await withinBounds(deps, { month, adjustment, bounds: billing.adjustments, exchange });
  if ('refused' in bounded) return bounded;
  const settled = await settlesDispute(deps, adjustment, { by, month });
  if ('refused' in settled) return settled;
  const audit = auditWrite({
    ...{ subject: `period:${month}`, at, auditId: deps.ids.next('audit', now), by, did: 'adjust-period' },
    detail: { memberId, lineId: adjustmentLineId(input), amount, currency },
  });
  const added = await deps.adjustments.add(month, adjustment, [
    ...[...bounded.writes, ...settled.writes, audit],
    ...keep({ adjustment }),
  ]);
  if (added === 'not-open') return refuse('not-open', 'The statements of this month are written already.');
  if (added === 'changed') return refuse('changed-meanwhile', 'Look again.');
  if (added === 'there') return refuse('corrected-already', 'This month has such a line already.');
  return answer({ adjustment });
};
