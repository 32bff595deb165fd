import { handle } from '../../../../layers/platform/http/handle.ts';
import { answer } from '../../../../layers/platform/http/outcome.ts';
import { closingDeps } from '../../deps.ts';
import { closingView } from '../../schemas/closings.ts';
import { contract } from './contract.ts';

export const handler = handle(contract, closingDeps, async ({ path: { branchId } }, { closings }) =>
  answer({ closings: (await closings.newest(branchId, 20)).map(closingView) }),
);
