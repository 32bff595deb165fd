import { handle } from '../../../../layers/platform/http/handle.ts';
import { messageLogDeps } from '../../deps.ts';
import { listMessages } from '../../use-cases/messages/list-messages.ts';
import { contract } from './contract.ts';

export const handler = handle(contract, messageLogDeps, ({ actor, path: { requestId }, query }, deps) =>
  listMessages(deps, { actor, requestId, query }),
);
