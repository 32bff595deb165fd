import { staffOf } from '../../../../layers/platform/http/actor.ts';
import { handle } from '../../../../layers/platform/http/handle.ts';
import { messageLogDeps } from '../../deps.ts';
import { resendMessage } from '../../use-cases/messages/resend-message.ts';
import { contract } from './contract.ts';

export const handler = handle(
  contract,
  messageLogDeps,
  ({ actor, path: { requestId }, body: { messageId, at }, now, keep }, deps) =>
    resendMessage(deps, { place: { requestId, messageId, at }, staff: staffOf(actor), now, keep }),
);
