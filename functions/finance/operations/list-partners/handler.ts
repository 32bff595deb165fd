import { handle } from '../../../../layers/platform/http/handle.ts';
import { partnerDeps } from '../../deps.ts';
import { listPartners } from '../../use-cases/list-partners.ts';
import { contract } from './contract.ts';

export const handler = handle(contract, partnerDeps, ({ query: { member } }, deps) => listPartners(deps, member));
