import { handle } from '../../../../layers/platform/http/handle.ts';
import { answer } from '../../../../layers/platform/http/outcome.ts';
import { payoutDeps } from '../../deps.ts';
import { contract } from './contract.ts';

export const handler = handle(contract, payoutDeps, async (_request, { payouts }) =>
  answer({ payouts: await payouts.asked() }),
);
