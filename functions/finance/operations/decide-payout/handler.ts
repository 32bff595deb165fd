import { openTable } from '../../../../layers/platform/dynamodb/table.ts';
import { actorName } from '../../../../layers/platform/http/actor.ts';
import { handle } from '../../../../layers/platform/http/handle.ts';
import { answer, refuse } from '../../../../layers/platform/http/outcome.ts';
import { iso } from '../../../../layers/platform/runtime/clock.ts';
import { auditWrite } from '../../../../layers/records/audit/data/audit.ts';
import { bookOnAccount } from '../../data/book-on-account.ts';
import { payoutStore, payoutWrite } from '../../data/payout-store.ts';
import { decidePayout } from '../../domain/member-account/payment.ts';
import { decidePayoutAsked } from '../../domain/member-account/payout.ts';
import { refusedBy } from '../../schemas/account-shapes.ts';
import { contract } from './contract.ts';

export const handler = handle(
  contract,
  (runtime) => {
    const table = openTable(runtime);
    return { table, payouts: payoutStore(table) };
  },
  async ({ actor, path: { memberId, payoutId }, body, now, keep }, { table, payouts, ids }) => {
    const payout = await payouts.get(memberId, payoutId);
    if (!payout) return refuse('unknown-payout', 'Nobody asked for such a payout.', '/path/payoutId');
    const [at, by] = [iso(now), actorName(actor)];
    const decided = decidePayoutAsked(payout, body, { at, by });
    if ('refused' in decided) return decided;
    const audit = auditWrite({
      ...{ subject: `member:${memberId}`, at, auditId: ids.next('audit', now), by },
      ...{ did: 'decide-payout', detail: { payoutId, ...body } },
    });
    const writes = [payoutWrite(decided), audit, ...keep({ payout: decided })];
    if (body.decision === 'decline')
      return (await table.write(writes)) ? refusedBy('changed-meanwhile') : answer({ payout: decided });
    const outcome = await bookOnAccount(table, {
      memberId,
      decide: (lines) => decidePayout(lines, { ...payout, ...body }, { at, entryId: payoutId }),
      beside: () => writes,
    });
    if ('against' in outcome) return refusedBy(outcome.against);
    return 'line' in outcome ? answer({ payout: decided }) : outcome;
  },
);
