import { handle } from '../../../../layers/platform/http/handle.ts';
import { answer } from '../../../../layers/platform/http/outcome.ts';
import { periodDeps } from '../../deps.ts';
import { showPeriod } from '../../use-cases/show-period.ts';
import { contract } from './contract.ts';

export const handler = handle(contract, periodDeps, async ({ path: { month }, query: { verify } }, deps) =>
  answer(await showPeriod(deps, { month, verify: verify !== undefined })),
);
