import { openTable } from '../../../../layers/platform/dynamodb/table.ts';
import { handle } from '../../../../layers/platform/http/handle.ts';
import { answer, refuse } from '../../../../layers/platform/http/outcome.ts';
import { iso } from '../../../../layers/platform/runtime/clock.ts';
import { policyStore } from '../../../../layers/records/policies/data/policy-store.ts';
import { priceBooksOf } from '../../data/price-books.ts';
import { priceBookView } from '../../schemas/price-book-shapes.ts';
import { contract } from './contract.ts';

export const handler = handle(
  contract,
  (runtime) => ({ books: priceBooksOf(runtime, policyStore(openTable(runtime))) }),
  async ({ query, now }, { books }) => {
    const on = query.on ?? iso(now).slice(0, 10);
    const found = await books.on(on);
    return found
      ? answer(priceBookView(found))
      : refuse('no-price-book', `No price book is in force on ${on}.`, '/query/on');
  },
);
