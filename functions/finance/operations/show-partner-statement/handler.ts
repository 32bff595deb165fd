import { handle } from '../../../../layers/platform/http/handle.ts';
import { partnerDeps } from '../../deps.ts';
import { showPartnerStatement } from '../../use-cases/show-partner-statement.ts';
import { contract } from './contract.ts';

export const handler = handle(contract, partnerDeps, ({ path, query, now }, deps) =>
  showPartnerStatement(deps, { ...path, ...query, now }),
);
