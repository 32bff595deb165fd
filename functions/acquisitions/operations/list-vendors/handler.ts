import { handle } from '../../../../layers/platform/http/handle.ts';
import { answer } from '../../../../layers/platform/http/outcome.ts';
import { vendorDeps } from '../../deps.ts';
import { contract } from './contract.ts';

export const handler = handle(contract, vendorDeps, async ({ path: { memberId } }, { vendors }) =>
  answer({ vendors: await vendors.list(memberId) }),
);
