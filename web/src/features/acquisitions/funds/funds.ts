import { useInfiniteQuery, useQuery } from '@tanstack/react-query';
import { api, take } from '../../../api/client.ts';
import type { Answered } from '../../../api/current-user.ts';
import { type Body, type Send, useSend } from '../../../api/use-send.ts';

/** The fiscal years of a library and the funds of one. */
export type Funds = Answered<'acquisitions-list-funds'>;
export type Year = Funds['years'][number];
export type Fund = Funds['funds'][number];
export type Limit = Fund['limits']['encumbrance'];
export type MoveBody = Body<'acquisitions-move-money'>;
export type FundBody = Body<'acquisitions-set-fund'>;
export type YearBody = Body<'acquisitions-set-year'>;

/** Returns the funds of a year, by default of the current one. */
export const useFunds = (memberId: string, year: string | undefined) =>
  useQuery({
    queryKey: ['funds', memberId, year],
    queryFn: () =>
      take(
        api.GET('/v1/acquisitions/members/{memberId}/funds', {
          params: { path: { memberId }, query: year ? { year } : {} },
        }),
      ),
    staleTime: 0,
  });

/** Returns the journal of the funds, page by page: of all, or of one. */
export const useJournal = (memberId: string, year: string, fund: string) =>
  useInfiniteQuery({
    queryKey: ['funds', memberId, year, 'journal', fund],
    queryFn: ({ pageParam }) =>
      take(
        api.GET('/v1/acquisitions/members/{memberId}/years/{year}/moves', {
          params: {
            path: { memberId, year },
            query: { limit: 20, ...(fund && { fund }), ...(pageParam && { after: pageParam }) },
          },
        }),
      ),
    initialPageParam: '',
    getNextPageParam: ({ next }) => next,
    staleTime: 0,
  });

/** Returns a mutation after which everything that shows funds is read again. */
const useAct = <B extends object, R>(send: Send<B, R>) => useSend(send, ['funds']);

/** Moves money into, out of or between funds. */
export const useMove = (memberId: string, year: string) =>
  useAct((body: MoveBody, headers) =>
    take(
      api.POST('/v1/acquisitions/members/{memberId}/years/{year}/moves', {
        ...{ params: { path: { memberId, year } }, body, ...headers },
      }),
    ),
  );

/** Makes a fund or changes one. */
export const useSetFund = (memberId: string, year: string) =>
  useAct(({ code, ...body }: FundBody & { code: string }, headers) =>
    take(
      api.PUT('/v1/acquisitions/members/{memberId}/years/{year}/funds/{code}', {
        ...{ params: { path: { memberId, year, code } }, body, ...headers },
      }),
    ),
  );

/** Makes a fiscal year, changes or closes one. */
export const useSetYear = (memberId: string) =>
  useAct(({ year, ...body }: YearBody & { year: string }, headers) =>
    take(
      api.PUT('/v1/acquisitions/members/{memberId}/years/{year}', {
        ...{ params: { path: { memberId, year } }, body, ...headers },
      }),
    ),
  );

/** Returns how many funds stand above each, by code. */
export const depthsOf = (funds: readonly Fund[]): ReadonlyMap<string, number> => {
  const depths = new Map<string, number>();
  for (const { code, parent } of funds) depths.set(code, parent === undefined ? 0 : (depths.get(parent) ?? 0) + 1);
  return depths;
};
