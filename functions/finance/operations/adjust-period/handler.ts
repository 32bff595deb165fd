import { actorName } from '../../../../layers/platform/http/actor.ts';
import { handle } from '../../../../layers/platform/http/handle.ts';
import { answer, refuse } from '../../../../layers/platform/http/outcome.ts';
import { iso } from '../../../../layers/platform/runtime/clock.ts';
import { auditWrite } from '../../../../layers/records/audit/data/audit.ts';
import { policyStore } from '../../../../layers/records/policies/data/policy-store.ts';
import { memberStore } from '../../../membership/public/member-store.ts';
import { adjustmentStore } from '../../data/adjustment-store.ts';
import { billingOf } from '../../data/draft-statements.ts';
import { priceBooksOf } from '../../data/price-books.ts';
import {
  type Adjustment,
  type AdjustmentWish,
  adjustmentLineId,
  correctedOf,
} from '../../domain/statements/adjustment.ts';
import { exchangeOf } from '../../domain/statements/exchange.ts';
import { statementHouse } from '../../use-cases/statement-asked.ts';
import { contract } from './contract.ts';

type House = ReturnType<typeof statementHouse>;
type Correction = Extract<AdjustmentWish, { kind: 'correction' }>;
type Correct = Extract<Adjustment, { kind: 'correction' }>;

/** What a correction takes from the closed statement that has its line: what that is, its currency, its invoice; undefined where there is none. */
const closedLine = async (
  { periods, statements }: House,
  { memberId, corrects }: Correction,
): Promise<Pick<Correct, 'currency' | 'invoice' | 'line' | 'mode'> | undefined> => {
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
  house: House,
  body: AdjustmentWish,
  made: { by: string; at: string },
): Promise<Adjustment | undefined> => {
  if (body.kind === 'credit') return { ...body, ...made };
  const found = await closedLine(house, body);
  return found && { ...body, ...made, ...found };
};

export const handler = handle(
  contract,
  (runtime) => {
    const house = statementHouse(runtime);
    const { table } = house;
    const policies = policyStore(table);
    const books = priceBooksOf(runtime, policies);
    return { ...house, adjustments: adjustmentStore(table), members: memberStore(table), policies, books };
  },
  async ({ actor, path: { month }, body, now, keep }, { adjustments, members, policies, books, ids, ...house }) => {
    if (!(await members.get(body.memberId)))
      return refuse('unknown-member', 'There is no such member.', '/body/memberId');
    // FOCUS: a correction refers to a charge of an earlier billing period.
    if (body.kind === 'correction' && body.corrects.month >= month) {
      return refuse('not-earlier', 'Put it into a month after the one that it corrects.', '/body/corrects/month');
    }
    const [by, at] = [actorName(actor), iso(now)];
    const adjustment = await adjustmentOf(house, body, { by, at });
    if (!adjustment) return refuse('unknown-line', 'There is no such closed line.', '/body/corrects');
    if (adjustment.kind === 'correction' && adjustment.line.block === 'tax') {
      return refuse('tax-follows', 'Correct the line that it was on.', '/body/corrects');
    }
    const { currency } = adjustment;
    const { body: billing } = await billingOf(policies, month);
    const into = billing.currency ?? (await books.ofMonth(month))?.currency ?? currency;
    // Were it found only when the statements are written, the whole month would wait for it.
    if (!exchangeOf(billing, currency, into)) {
      return refuse('no-rate', `There is no rate from ${currency} to ${into}.`, '/body/currency');
    }
    const audit = auditWrite({
      ...{ subject: `period:${month}`, at, auditId: ids.next('audit', now), by, did: 'adjust-period' },
      detail: { memberId: body.memberId, lineId: adjustmentLineId(body), amount: body.amount, currency },
    });
    const added = await adjustments.add(month, adjustment, [audit, ...keep({ adjustment })]);
    if (added === 'not-open') return refuse('not-open', 'The statements of this month are written already.');
    if (added === 'there') return refuse('corrected-already', 'This month has such a line already.');
    return answer({ adjustment });
  },
);
