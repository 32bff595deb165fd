import { handle } from '../../../../layers/platform/http/handle.ts';
import { answer, refuse } from '../../../../layers/platform/http/outcome.ts';
import { iso } from '../../../../layers/platform/runtime/clock.ts';
import { priceBookDeps } from '../../deps.ts';
import { priceBookView } from '../../schemas/price-books.ts';
import { contract } from './contract.ts';

export const handler = handle(contract, priceBookDeps, async ({ query, now }, { books }) => {
  const on = query.on ?? iso(now).slice(0, 10);
  const found = await books.on(on);
  return found
    ? answer(priceBookView(found))
    : refuse('no-price-book', `No price book is in force on ${on}.`, '/query/on');
});
