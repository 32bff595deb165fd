import { openTable } from '../../../../layers/platform/dynamodb/table.ts';
import { actorName } from '../../../../layers/platform/http/actor.ts';
import { handle } from '../../../../layers/platform/http/handle.ts';
import { answer } from '../../../../layers/platform/http/outcome.ts';
import { iso } from '../../../../layers/platform/runtime/clock.ts';
import { auditWrite } from '../../../../layers/records/audit/data/audit.ts';
import { bookOnAccount } from '../../data/book-on-account.ts';
import { decideReversal } from '../../domain/member-account/payment.ts';
import { refusedBy } from '../../schemas/account-shapes.ts';
import { contract } from './contract.ts';

export const handler = handle(
  contract,
  (runtime) => ({ table: openTable(runtime) }),
  async ({ actor, path: { memberId, entryId }, body, now, keep }, { table, ids }) => {
    const at = iso(now);
    const audit = auditWrite({
      ...{ subject: `member:${memberId}`, at, auditId: ids.next('audit', now), by: actorName(actor) },
      ...{ did: 'reverse-payment', detail: { entryId, ...body } },
    });
    const outcome = await bookOnAccount(table, {
      memberId,
      decide: (lines) => decideReversal(lines, entryId, body, at),
      beside: (line) => [audit, ...keep({ line })],
    });
    return 'line' in outcome ? answer(outcome) : 'against' in outcome ? refusedBy(outcome.against) : outcome;
  },
);
