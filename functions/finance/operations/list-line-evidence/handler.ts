import { handle } from '../../../../layers/platform/http/handle.ts';
import { evidenceDeps } from '../../deps.ts';
import { listLineEvidence } from '../../use-cases/list-line-evidence.ts';
import { contract } from './contract.ts';

export const handler = handle(contract, evidenceDeps, ({ actor, path, query: { after } }, deps) =>
  listLineEvidence(deps, { ...path, after, actor }),
);
