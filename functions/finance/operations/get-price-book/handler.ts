import { handle } from '../../../../layers/platform/http/handle.ts';
import { iso } from '../../../../layers/platform/runtime/clock.ts';
import { priceBookDeps } from '../../deps.ts';
import { showPriceBook } from '../../use-cases/show-price-book.ts';
import { contract } from './contract.ts';

export const handler = handle(contract, priceBookDeps, ({ query, now }, deps) =>
  showPriceBook(deps, query.on ?? iso(now).slice(0, 10)),
);
