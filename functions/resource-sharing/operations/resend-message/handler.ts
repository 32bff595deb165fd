import { holds } from '../../../../layers/kernel/identity/roles.ts';
import { openTable } from '../../../../layers/platform/dynamodb/table.ts';
import { staffOf } from '../../../../layers/platform/http/actor.ts';
import { handle } from '../../../../layers/platform/http/handle.ts';
import { answer, refuse } from '../../../../layers/platform/http/outcome.ts';
import { iso } from '../../../../layers/platform/runtime/clock.ts';
import { attributeUsage } from '../../../../layers/platform/runtime/meter.ts';
import { partnerMessageStore } from '../../data/partner-message-store.ts';
import { messageView } from '../../use-cases/messages/message-view.ts';
import { membersOf } from '../../use-cases/who.ts';
import { contract } from './contract.ts';

export const handler = handle(
  contract,
  (runtime) => ({ mail: partnerMessageStore(openTable(runtime)) }),
  async ({ actor, path: { requestId }, body: { messageId, at }, now, keep }, { mail }) => {
    const { grants } = staffOf(actor);
    const members = membersOf(grants.filter(({ role }) => role === 'ill'));
    const row = await mail.get({ requestId, messageId, at });
    const sees = row && (holds(grants, 'admin', { scope: 'consortium' }) || members.includes(row.member));
    if (!sees) return refuse('unknown-message', 'There is no such message.');
    attributeUsage({ requester: row.member });
    const isFailed = row.direction === 'out' && row.state === 'failed';
    const again = isFailed ? await mail.resend(row, iso(now), (anew) => keep(messageView(anew, true))) : undefined;
    return again ? answer(messageView(again, true)) : refuse('not-failed', 'It did not fail, or is on its way again.');
  },
);
