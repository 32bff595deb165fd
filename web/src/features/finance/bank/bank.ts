import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { api, keyed, take } from '../../../api/client.ts';
import type { Answered, operations } from '../../../api/current-user.ts';
import { useKey } from '../../../api/use-key.ts';

/** An account statement of the bank in the list. */
export type Statement = Answered<'finance-list-bank-statements'>['statements'][number];
type Shown = Answered<'finance-show-bank-statement'>;
/** An entry of an account statement. */
export type Entry = Shown['entries'][number];
/** What a statement lists besides payments. */
export type Other = NonNullable<Shown['statement']['others']>[number];
/** An invoice that is not settled. */
export type OpenInvoice = Shown['open'][number];
/** A booked payment that an entry may take back. */
export type BookedPayment = Shown['payments'][number];
/** What is decided of an entry. */
export type Decision = operations['finance-match-bank-entry']['requestBody']['content']['application/json'];

const KEY = 'bank-statements';

/** Returns the latest account statements; `mayRead` is false until access is known. */
export const useStatements = (mayRead: boolean) =>
  useQuery({
    queryKey: [KEY],
    queryFn: () => take(api.GET('/v1/finance/bank-statements')),
    enabled: mayRead,
  });

/** Returns an account statement with its entries. */
export const useStatement = (statementId: string) =>
  useQuery({
    queryKey: [KEY, statementId],
    queryFn: () => take(api.GET('/v1/finance/bank-statements/{statementId}', { params: { path: { statementId } } })),
  });

/** Sends a file of the bank. */
export const useSend = () => {
  const client = useQueryClient();
  return useMutation({
    mutationFn: async (file: File) => {
      const body = { fileName: file.name, file: await file.text() };
      return take(api.POST('/v1/finance/bank-statements', { body }));
    },
    onSuccess: () => client.invalidateQueries({ queryKey: [KEY] }),
  });
};

/** Refreshes what a decision changes: statements, accounts and the books. */
const useRefresh = () => {
  const client = useQueryClient();
  return () =>
    Promise.all(
      [KEY, 'account-with-consortium', 'books-of-consortium'].map((key) =>
        client.invalidateQueries({ queryKey: [key] }),
      ),
    );
};

/** Books an entry as a payment or in the own books, or sets it aside, idempotently. */
export const useDecide = (statementId: string, number: number) => {
  const key = useKey();
  const refresh = useRefresh();
  const path = { statementId, number };
  return useMutation({
    mutationFn: (body: Decision) =>
      take(
        api.POST('/v1/finance/bank-statements/{statementId}/entries/{number}/decision', {
          ...{ params: { path }, body, ...keyed(key.keyFor(body)) },
        }),
      ),
    onSuccess: refresh,
    onSettled: (_, thrown) => key.settle(thrown),
  });
};

/** Takes a decision on an entry back, idempotently. */
export const useUndo = (statementId: string, number: number) => {
  const key = useKey();
  const refresh = useRefresh();
  const path = { statementId, number };
  return useMutation({
    mutationFn: () =>
      take(
        api.POST('/v1/finance/bank-statements/{statementId}/entries/{number}/undo', {
          ...{ params: { path }, ...keyed(key.keyFor(path)) },
        }),
      ),
    onSuccess: refresh,
    onSettled: (_, thrown) => key.settle(thrown),
  });
};
