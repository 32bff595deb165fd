import { bookInForce, priceBooks } from '../../../layers/domain/pricing/books.ts';
import { handle } from '../../../layers/http/handle.ts';
import { answer, refuse } from '../../../layers/http/outcome.ts';
import { iso } from '../../../layers/runtime/clock.ts';
import { contract } from './contract.ts';

export const handler = handle(
  contract,
  (runtime) => ({ region: runtime.environment.need('AWS_REGION') }),
  async ({ query, now }, { region }) => {
    const on = query.on ?? iso(now).slice(0, 10);
    const book = bookInForce(priceBooks, region, on);
    return book
      ? answer(book)
      : refuse('no-price-book', `No price book is in force in ${region} on ${on}.`, '/query/on');
  },
);
