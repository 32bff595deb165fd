import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { api, keyed, take } from '../../../api/client.ts';
import { type Answered, hasRole, type operations, useWho } from '../../../api/current-user.ts';
import { useKey } from '../../../api/use-key.ts';

/** The prices in force, each with what was changed of it. */
export type Book = Answered<'finance-get-price-book'>;
export type Price = Book['prices'][string];
/** A price change as it is proposed, or was adopted. */
export type Proposal = NonNullable<Answered<'finance-show-price-change'>['proposal']>;
/** What is sent when one is proposed. */
export type Proposed = operations['finance-prepare-price-change']['requestBody']['content']['application/json'];
export type Tier = Price['tiers'][number];

/** Who somebody is in this room. */
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

/** The book in force today. */
export const useBook = (mayRead: boolean) =>
  useQuery({
    queryKey: ['price-book'],
    queryFn: () => take(api.GET('/v1/finance/price-book', { params: { query: {} } })),
    enabled: mayRead,
  });

/** The change that waits for an approver, or was adopted last. */
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

/** Proposes a change, in place of what stood, for somebody else to adopt. */
export const usePropose = () =>
  useStep((body: Proposed, key) => take(api.POST('/v1/finance/price-change/preparations', { body, ...keyed(key) })));

/** Adopts what somebody else proposed, named by its seal. */
export const useAdopt = () =>
  useStep((body: { seal: string }, key) =>
    take(api.POST('/v1/finance/price-change/approval', { body, ...keyed(key) })),
  );
