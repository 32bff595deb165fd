import { openTable } from '../../../../layers/platform/dynamodb/table.ts';
import { actorName } from '../../../../layers/platform/http/actor.ts';
import { handle } from '../../../../layers/platform/http/handle.ts';
import { answer, refuse } from '../../../../layers/platform/http/outcome.ts';
import { iso } from '../../../../layers/platform/runtime/clock.ts';
import { auditWrite } from '../../../../layers/records/audit/data/audit.ts';
import { accountStore } from '../../data/account-store.ts';
import { payoutStore, payoutWrite } from '../../data/payout-store.ts';
import { creditOf } from '../../domain/member-account/payment.ts';
import type { Payout } from '../../domain/member-account/payout.ts';
import { contract } from './contract.ts';

export const handler = handle(
  contract,
  (runtime) => {
    const table = openTable(runtime);
    return { table, accounts: accountStore(table), payouts: payoutStore(table) };
  },
  async ({ actor, path: { memberId }, body, now, keep }, { table, accounts, payouts, ids }) => {
    const [{ lines }, own] = await Promise.all([accounts.load(memberId), payouts.ofMember(memberId)]);
    const waiting = own.filter(({ state, currency }) => state === 'asked' && currency === body.currency);
    const asked = waiting.reduce((sum, { amount }) => sum + amount, body.amount);
    // So much is held again when it is paid: here, nobody is sent after what is not there.
    if (asked > creditOf(lines, body.currency))
      return refuse('more-than-credit', 'Less is in credit than is asked for in all.', '/body/amount');
    const [at, by, payoutId] = [iso(now), actorName(actor), ids.next('payout', now)];
    const payout: Payout = { payoutId, memberId, ...body, state: 'asked', asked: { at, by } };
    const audit = auditWrite({
      ...{ subject: `member:${memberId}`, at, auditId: ids.next('audit', now), by },
      ...{ did: 'ask-payout', detail: { payoutId, ...body } },
    });
    const lost = await table.write([payoutWrite(payout), audit, ...keep({ payout })]);
    return lost ? refuse('changed-meanwhile', 'Ask again.') : answer({ payout });
  },
);
