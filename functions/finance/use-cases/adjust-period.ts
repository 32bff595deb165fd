import type { Keep } from '../../../layers/platform/http/handle.ts';
import { answer, refuse } from '../../../layers/platform/http/outcome.ts';
import { iso } from '../../../layers/platform/runtime/clock.ts';
import type { Ids } from '../../../layers/platform/runtime/ids.ts';
import { auditWrite } from '../../../layers/records/audit/data/audit.ts';
import type { PolicyStore } from '../../../layers/records/policies/data/policy-store.ts';
import type { MemberStore } from '../../membership/public/member-store.ts';
import type { AdjustmentStore } from '../data/adjustment-store.ts';
import { billingOfMonth } from '../data/billing-in-force.ts';
import type { PeriodStore } from '../data/period-store.ts';
import type { PriceBooks } from '../data/price-books.ts';
import type { StatementStore } from '../data/statement-store.ts';
import {
  type Adjustment,
  type AdjustmentInput,
  adjustmentLineId,
  correctedOf,
} from '../domain/statements/adjustment.ts';
import { exchangeOf } from '../domain/statements/exchange.ts';

type Deps = {
  periods: PeriodStore;
  statements: StatementStore;
  adjustments: AdjustmentStore;
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
type CorrectionInput = Extract<AdjustmentInput, { kind: 'correction' }>;
type Correction = Extract<Adjustment, { kind: 'correction' }>;

/** Returns the data of a correction from the closed statement with its line; undefined when there is no such line. */
const closedLine = async (
  { periods, statements }: Deps,
  { memberId, corrects }: CorrectionInput,
): Promise<Pick<Correction, 'currency' | 'invoice' | 'line' | 'mode'> | undefined> => {
  const { period } = await periods.load(corrects.month);
  const head = period.state === 'closed' ? await statements.head(period, memberId) : undefined;
  const statement = head && (await statements.read(head));
  const line = statement?.lines.find(({ lineId }) => lineId === corrects.lineId);
  if (!statement || !line) return undefined;
  const { currency } = statement;
  const { invoice } = head ?? {};
  return { currency, line: correctedOf(statement, line), mode: line.mode, ...(invoice !== undefined && { invoice }) };
};

const adjustmentOf = async (
  deps: Deps,
  input: AdjustmentInput,
  made: { by: string; at: string },
): Promise<Adjustment | undefined> => {
  if (input.kind === 'credit') return { ...input, ...made };
  const found = await closedLine(deps, input);
  return found && { ...input, ...made, ...found };
};

/** Refuses a currency that a month's statements cannot convert: a failure while they are written would delay the whole month. */
const hasRate = async ({ policies, books }: Deps, month: string, currency: string) => {
  const { body: billing } = await billingOfMonth(policies, month);
  const into = billing.currency ?? (await books.ofMonth(month))?.currency ?? currency;
  return exchangeOf(billing, currency, into)
    ? undefined
    : refuse('no-rate', `There is no rate from ${currency} to ${into}.`, '/body/currency');
};

/** Adds a correction of a closed line, or a credit, to a month without written statements. */
export const adjustPeriod = async (deps: Deps, { month, input, by, now, keep }: Input) => {
  const { memberId, amount } = input;
  if (!(await deps.members.get(memberId)))
    return refuse('unknown-member', 'There is no such member.', '/body/memberId');
  // FOCUS: a correction refers to a charge of an earlier billing period.
  if (input.kind === 'correction' && input.corrects.month >= month)
    return refuse('not-earlier', 'Put it into a month after the one that it corrects.', '/body/corrects/month');
  const at = iso(now);
  const adjustment = await adjustmentOf(deps, input, { by, at });
  if (!adjustment) return refuse('unknown-line', 'There is no such closed line.', '/body/corrects');
  if (adjustment.kind === 'correction' && adjustment.line.block === 'tax')
    return refuse('tax-follows', 'Correct the line that it was on.', '/body/corrects');
  const { currency } = adjustment;
  const refused = await hasRate(deps, month, currency);
  if (refused) return refused;
  const audit = auditWrite({
    ...{ subject: `period:${month}`, at, auditId: deps.ids.next('audit', now), by, did: 'adjust-period' },
    detail: { memberId, lineId: adjustmentLineId(input), amount, currency },
  });
  const added = await deps.adjustments.add(month, adjustment, [audit, ...keep({ adjustment })]);
  if (added === 'not-open') return refuse('not-open', 'The statements of this month are written already.');
  if (added === 'there') return refuse('corrected-already', 'This month has such a line already.');
  return answer({ adjustment });
};
