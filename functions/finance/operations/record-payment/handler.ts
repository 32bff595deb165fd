import { openTable } from '../../../../layers/platform/dynamodb/table.ts';
import { actorName } from '../../../../layers/platform/http/actor.ts';
import { handle } from '../../../../layers/platform/http/handle.ts';
import { answer, refuse } from '../../../../layers/platform/http/outcome.ts';
import { iso } from '../../../../layers/platform/runtime/clock.ts';
import { auditWrite } from '../../../../layers/records/audit/data/audit.ts';
import { memberStore } from '../../../membership/public/member-store.ts';
import { bookOnAccount } from '../../data/book-on-account.ts';
import { decidePayment } from '../../domain/member-account/payment.ts';
import { refusedBy } from '../../schemas/account-shapes.ts';
import { contract } from './contract.ts';

export const handler = handle(
  contract,
  (runtime) => {
    const table = openTable(runtime);
    return { table, members: memberStore(table) };
  },
  async ({ actor, path: { memberId }, body, now, keep }, { table, members, ids }) => {
    if (!(await members.get(memberId))) return refuse('unknown-member', 'There is no such member.', '/path/memberId');
    const booked = { at: iso(now), entryId: ids.next('entry', now) };
    const audit = auditWrite({
      ...{ subject: `member:${memberId}`, at: booked.at, auditId: ids.next('audit', now), by: actorName(actor) },
      ...{ did: 'record-payment', detail: { entryId: booked.entryId, ...body } },
    });
    const outcome = await bookOnAccount(table, {
      memberId,
      decide: (lines) => decidePayment(lines, body, booked),
      beside: (line) => [audit, ...keep({ line })],
    });
    return 'line' in outcome ? answer(outcome) : 'against' in outcome ? refusedBy(outcome.against) : outcome;
  },
);
