import { handle } from '../../../../layers/platform/http/handle.ts';
import { answer } from '../../../../layers/platform/http/outcome.ts';
import { priceChangeDeps } from '../../deps.ts';
import { showPriceChange } from '../../use-cases/show-price-change.ts';
import { contract } from './contract.ts';

export const handler = handle(contract, priceChangeDeps, async (_request, deps) => answer(await showPriceChange(deps)));
