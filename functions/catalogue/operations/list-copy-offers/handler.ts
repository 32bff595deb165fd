import { handle } from '../../../../layers/platform/http/handle.ts';
import { offerDeps } from '../../deps.ts';
import { listCopyOffers } from '../../use-cases/list-copy-offers.ts';
import { contract } from './contract.ts';

export const handler = handle(contract, offerDeps, ({ query: page, now }, deps) => listCopyOffers(deps, { page, now }));
