import { staffOf } from '../../../../layers/platform/http/actor.ts';
import { handle } from '../../../../layers/platform/http/handle.ts';
import { answer, refuse } from '../../../../layers/platform/http/outcome.ts';
import { messageLogDeps } from '../../deps.ts';
import { listPartnerMessages } from '../../use-cases/messages/list-messages.ts';
import { contract } from './contract.ts';

export const handler = handle(
  contract,
  messageLogDeps,
  async ({ actor, path: { partnerId }, query: { only, ...query } }, deps) => {
    const page = await listPartnerMessages(deps, staffOf(actor), { ...query, partnerId, failed: only === 'failed' });
    if (page === 'bad-cursor') return refuse('bad-cursor', 'Begin the list anew.', '/query/after');
    return answer({ messages: page.rows, ...(page.next && { next: page.next }) });
  },
);
