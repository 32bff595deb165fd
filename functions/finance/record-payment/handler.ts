import { accountWrite } from '../../../layers/data/account-store.ts';
import { auditWrite } from '../../../layers/data/audit.ts';
import { bookingWrite } from '../../../layers/data/booking.ts';
import { memberStore } from '../../../layers/data/member-store.ts';
import { openTable } from '../../../layers/data/table.ts';
import type { AccountLine } from '../../../layers/domain/statements/account.ts';
import { actorName } from '../../../layers/http/actor.ts';
import { handle } from '../../../layers/http/handle.ts';
import { answer, refuse } from '../../../layers/http/outcome.ts';
import { iso } from '../../../layers/runtime/clock.ts';
import { contract } from './contract.ts';

export const handler = handle(
  contract,
  (runtime) => {
    const table = openTable(runtime);
    return { table, members: memberStore(table) };
  },
  async ({ actor, path: { memberId }, body, now, keep }, { table, members, ids }) => {
    if (!(await members.get(memberId))) return refuse('unknown-member', 'There is no such member.', '/path/memberId');
    const { amount, currency, reference } = body;
    const [at, entryId] = [iso(now), ids.next('entry', now)];
    const line: AccountLine = { at, entryId, kind: 'payment', amount: -amount, currency, reference };
    const about = { entryId, causeId: entryId, at, kind: 'consortium-paid' as const, memo: 'payment' };
    const audit = auditWrite({
      ...{ subject: `member:${memberId}`, at, auditId: ids.next('audit', now), by: actorName(actor) },
      ...{ did: 'record-payment', detail: { entryId, amount, currency } },
    });
    const booked = bookingWrite({ ...about, currency, member: memberId, amount });
    const lost = await table.write([booked, accountWrite(memberId, line), audit, ...keep({ line })]);
    return lost ? refuse('changed-meanwhile', 'Ask again.') : answer({ line });
  },
);
