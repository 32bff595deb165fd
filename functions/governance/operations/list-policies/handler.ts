import { handle } from '../../../../layers/platform/http/handle.ts';
import { answer } from '../../../../layers/platform/http/outcome.ts';
import { policyDeps } from '../../deps.ts';
import { listVersions } from '../../use-cases/read-policies.ts';
import { contract } from './contract.ts';

export const handler = handle(contract, policyDeps, async ({ query }, deps) =>
  answer({ policies: await listVersions(deps, query.kind) }),
);
