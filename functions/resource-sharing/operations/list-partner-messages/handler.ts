import { holds } from '../../../../layers/kernel/identity/roles.ts';
import { openTable } from '../../../../layers/platform/dynamodb/table.ts';
import { staffOf } from '../../../../layers/platform/http/actor.ts';
import { handle } from '../../../../layers/platform/http/handle.ts';
import { answer, refuse } from '../../../../layers/platform/http/outcome.ts';
import { partnerMessageStore } from '../../data/partner-message-store.ts';
import { messageView } from '../../use-cases/messages/message-view.ts';
import { membersOf } from '../../use-cases/who.ts';
import { contract } from './contract.ts';

export const handler = handle(
  contract,
  (runtime) => ({ mail: partnerMessageStore(openTable(runtime)) }),
  async ({ actor, path: { partnerId }, query: { only, ...wish } }, { mail }) => {
    const { grants } = staffOf(actor);
    const seesAll = holds(grants, 'admin', { scope: 'consortium' });
    const members = membersOf(grants.filter(({ role }) => role === 'ill'));
    const page = await mail.ofPartner(partnerId, { ...wish, failed: only === 'failed' });
    if (page === 'bad-cursor') return refuse('bad-cursor', 'Begin the list anew.', '/query/after');
    const own = page.rows.filter(({ member }) => seesAll || members.includes(member));
    return answer({ messages: own.map((row) => messageView(row, true)), ...(page.next && { next: page.next }) });
  },
);
