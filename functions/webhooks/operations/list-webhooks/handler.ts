import { handle } from '../../../../layers/platform/http/handle.ts';
import { answer } from '../../../../layers/platform/http/outcome.ts';
import { webhookDeps } from '../../deps.ts';
import { contract } from './contract.ts';

export const handler = handle(contract, webhookDeps, async ({ path: { owner } }, { webhooks }) =>
  answer({ webhooks: await webhooks.list(owner) }),
);
