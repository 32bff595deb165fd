import { handle } from '../../../../layers/platform/http/handle.ts';
import { answer } from '../../../../layers/platform/http/outcome.ts';
import { circulationDeps } from '../../deps.ts';
import { suspending } from '../../use-cases/suspending.ts';
import { contract } from './contract.ts';

export const handler = handle(contract, circulationDeps, async ({ actor, path, body, now, keep }, house) => {
  const outcome = await suspending(house, { path, actor, branchId: body.branchId, now, keep });
  return 'refused' in outcome ? outcome : answer(outcome.ok);
});
