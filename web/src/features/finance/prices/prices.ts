import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { api, keyed, take } from '../../../api/client.ts';
import { type Answered, hasRole, type operations, useWho } from '../../../api/current-user.ts';
import { useKey } from '../../../api/use-key.ts';

/** The prices in force, each with its changes. */
export type Book = Answered<'finance-get-price-book'>;
export type Price = Book['prices'][string];
/** A proposed or adopted price change. */
export type Proposal = NonNullable<Answered<'finance-show-price-change'>['proposal']>;
/** The request to propose a price change. */
export type Proposed = operations['finance-prepare-price-change']['requestBody']['content']['application/json'];
export type Tier = Price['tiers'][number];

/** Returns what the user may do on this page. */
export const useMay = () => {
  const who = useWho();
  const readsAll = hasRole(who, 'finance-preparer', 'finance-approver', 'auditor', 'admin');
  return {
    who,
    readsAll,
    mayRead: readsAll || hasRole(who, 'member-finance'),
    prepares: hasRole(who, 'finance-preparer'),
    approves: hasRole(who, 'finance-approver'),
  };
};

/** Returns the price book in force today. */
export const useBook = (mayRead: boolean) =>
  useQuery({
    queryKey: ['price-book'],
    queryFn: () => take(api.GET('/v1/finance/price-book', { params: { query: {} } })),
    enabled: mayRead,
  });

/** Returns the change that awaits approval or was adopted last. */
export const useProposal = (readsAll: boolean) =>
  useQuery({
    queryKey: ['price-change'],
    queryFn: () => take(api.GET('/v1/finance/price-change')),
    enabled: readsAll,
  });

const useStep = <Body>(step: (body: Body, key: string) => Promise<Proposal>) => {
  const client = useQueryClient();
  const key = useKey();
  return useMutation({
    mutationFn: (body: Body) => step(body, key.keyFor(body)),
    onSuccess: () =>
      Promise.all([['price-change'], ['price-book']].map((queryKey) => client.invalidateQueries({ queryKey }))),
    onSettled: (_, thrown) => key.settle(thrown),
  });
};

/** Proposes a change that replaces an earlier proposal; another person adopts it. */
export const usePropose = () =>
  useStep((body: Proposed, key) => take(api.POST('/v1/finance/price-change/preparations', { body, ...keyed(key) })));

/** Adopts another person's proposal, identified by its seal. */
export const useAdopt = () =>
  useStep((body: { seal: string }, key) =>
    take(api.POST('/v1/finance/price-change/approval', { body, ...keyed(key) })),
  );
