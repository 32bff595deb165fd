import { handle } from '../../../../layers/platform/http/handle.ts';
import { answer } from '../../../../layers/platform/http/outcome.ts';
import { inviteDeps } from '../../deps.ts';
import { pendingInvitations } from '../../use-cases/pending-invitations.ts';
import { contract } from './contract.ts';

export const handler = handle(contract, inviteDeps, async ({ query: { memberId } }, deps) =>
  answer({ invitations: await pendingInvitations(deps, memberId) }),
);
