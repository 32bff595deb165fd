import { adjustmentStore } from '../../../layers/data/adjustment-store.ts';
import { auditWrite } from '../../../layers/data/audit.ts';
import { memberStore } from '../../../layers/data/member-store.ts';
import {
  type Adjustment,
  type AdjustmentWish,
  adjustmentLineId,
} from '../../../layers/domain/statements/adjustment.ts';
import { actorName } from '../../../layers/http/actor.ts';
import { handle } from '../../../layers/http/handle.ts';
import { answer, refuse } from '../../../layers/http/outcome.ts';
import { iso } from '../../../layers/runtime/clock.ts';
import { statementHouse } from '../statement-asked.ts';
import { contract } from './contract.ts';

type House = ReturnType<typeof statementHouse>;
type Correction = Extract<AdjustmentWish, { kind: 'correction' }>;

/** The currency, and the invoice, of the closed statement that has the line to be corrected; undefined where there is none. */
const correctedOf = async (
  { periods, statements }: House,
  { memberId, corrects }: Correction,
): Promise<{ currency: string; invoice?: string } | undefined> => {
  const { period } = await periods.load(corrects.month);
  const head = period.state === 'closed' ? await statements.head(period, memberId) : undefined;
  const statement = head && (await statements.read(head));
  if (!statement?.lines.some(({ lineId }) => lineId === corrects.lineId)) return undefined;
  return { currency: statement.currency, ...(head?.invoice !== undefined && { invoice: head.invoice }) };
};

export const handler = handle(
  contract,
  (runtime) => {
    const house = statementHouse(runtime);
    return { ...house, adjustments: adjustmentStore(house.table), members: memberStore(house.table) };
  },
  async ({ actor, path: { month }, body, now, keep }, { adjustments, members, ids, ...house }) => {
    if (!(await members.get(body.memberId)))
      return refuse('unknown-member', 'There is no such member.', '/body/memberId');
    const [by, at] = [actorName(actor), iso(now)];
    const found = body.kind === 'credit' ? { currency: body.currency } : await correctedOf(house, body);
    if (!found) return refuse('unknown-line', 'There is no such closed line.', '/body/corrects');
    const { currency } = found;
    const adjustment: Adjustment = { ...body, by, at, ...found };
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
