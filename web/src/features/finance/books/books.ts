import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { api, keyed, take } from '../../../api/client.ts';
import type { Answered, operations } from '../../../api/current-user.ts';
import { useKey } from '../../../api/use-key.ts';

type Shown = Answered<'finance-show-books'>;
/** The books of the consortium in one currency. */
export type Books = Shown['books'][number];

/** The last month of the books (YYYY-MM), and how many months they have. */
export type Span = { to: string; months: number };

const KEY = 'books-of-consortium';

/** Returns the books of the consortium; `mayRead` is false until access is known. */
export const useBooks = ({ to, months }: Span, mayRead: boolean) =>
  useQuery({
    queryKey: [KEY, to, months],
    queryFn: () => take(api.GET('/v1/finance/books', { params: { query: { to, months } } })),
    enabled: mayRead,
  });

/** A cost, its payment or a grant, as entered. */
export type Entered = operations['finance-record-cost']['requestBody']['content']['application/json'];
/** The kinds of what is entered, in the order of the form. */
export const enteredKinds = [
  ...(['cost-booked', 'cost-credited', 'supplier-paid', 'supplier-repaid'] as const),
  ...(['grant-received', 'grant-returned'] as const),
  ...(['bank-fee-paid', 'bank-fee-returned', 'interest-received', 'interest-returned'] as const),
] satisfies Entered['kind'][];
/** The kinds of lines in the budget of the consortium. */
export const budgetKinds = [
  ...(['cloud', 'people', 'support', 'courier', 'e-resources', 'training', 'reserve', 'other'] as const),
] satisfies Entered['budgetKind'][];

/** Returns whether a kind is a cost, which names its line of the budget. */
export const isCost = (kind: Entered['kind']): boolean => kind === 'cost-booked' || kind === 'cost-credited';

/** Enters a cost, its payment or a grant, idempotently. */
export const useEnter = () => {
  const client = useQueryClient();
  const key = useKey();
  return useMutation({
    mutationFn: (body: Entered) => take(api.POST('/v1/finance/books/entries', { body, ...keyed(key.keyFor(body)) })),
    onSuccess: () => client.invalidateQueries({ queryKey: [KEY] }),
    onSettled: (_, thrown) => key.settle(thrown),
  });
};
