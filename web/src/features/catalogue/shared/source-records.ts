import { useInfiniteQuery, useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { api, keyed, take } from '../../../api/client.ts';
import type { Answered } from '../../../api/current-user.ts';
import { useKey } from '../../../api/use-key.ts';

/** A union record with what each member contributed and why it is here. */
export type Union = Answered<'catalogue-get-record'>;
export type Source = Union['sources'][number];
/** What happened to it or to one of the records in it. */
export type Entry = Answered<'catalogue-list-history'>['entries'][number];
/** The names of the staff that the history tells of, by what it says of them. */
export type Names = Answered<'catalogue-list-history'>['names'];
/** A merge or split by staff. */
export type Decision = Extract<Entry, { kind: 'decision' }>['decision'];

/** The union record as the person signed in may see it. */
export const useUnion = (recordId: string) =>
  useQuery({
    queryKey: ['union', recordId],
    queryFn: () => take(api.GET('/v1/catalogue/records/{recordId}', { params: { path: { recordId }, query: {} } })),
  });

/** What made it what it is, the newest first, with the names of whom it tells of. */
export const useHistory = (recordId: string) =>
  useQuery({
    queryKey: ['union', recordId, 'history'],
    queryFn: () => take(api.GET('/v1/catalogue/records/{recordId}/history', { params: { path: { recordId } } })),
  });

/** A pair of which a person should say whether it is one title. */
export type PossibleDuplicate = Answered<'catalogue-list-possible-duplicates'>['possibleDuplicates'][number];

/** A member's pairs in doubt, the likeliest first, page by page. */
export const usePossibleDuplicates = (memberId: string) =>
  useInfiniteQuery({
    queryKey: ['union', 'possibleDuplicates', memberId],
    queryFn: ({ pageParam }) =>
      take(
        api.GET('/v1/catalogue/members/{memberId}/possible-duplicates', {
          params: { path: { memberId }, query: pageParam ? { after: pageParam } : {} },
        }),
      ),
    initialPageParam: '',
    getNextPageParam: ({ next }) => next,
  });

/** How often a library's own records stand double; its list of them comes page by page, the figures with the first. */
export type Duplicates = Answered<'catalogue-list-duplicate-holdings'>;
export type DuplicateHolding = Duplicates['duplicateHoldings'][number];

/** A library's duplicate holdings, the oldest union record first. Its query key makes a decision reload them. */
export const useDuplicates = (memberId: string) =>
  useInfiniteQuery({
    queryKey: ['union', 'duplicates', memberId],
    queryFn: ({ pageParam }) =>
      take(
        api.GET('/v1/catalogue/members/{memberId}/duplicate-holdings', {
          params: { path: { memberId }, query: pageParam ? { after: pageParam } : {} },
        }),
      ),
    initialPageParam: '',
    getNextPageParam: ({ next }) => next,
  });

/** What is decided, but for why: these leave the record, it is one with another or another, or a decision is undone. */
export type What = { leaving: string[] } | { with: string } | { from: string } | { undo: string };
type DecisionRequest = { reason: string } & What;

const send = (recordId: string, request: DecisionRequest, key: string): Promise<Decision> => {
  const { reason } = request;
  const params = { path: { recordId } };
  if ('leaving' in request) {
    const body = { leaving: request.leaving, reason };
    return take(api.POST('/v1/catalogue/records/{recordId}/split', { params, body, ...keyed(key) }));
  }
  if ('with' in request) {
    const body = { with: request.with, reason };
    return take(api.POST('/v1/catalogue/records/{recordId}/merge', { params, body, ...keyed(key) }));
  }
  if ('from' in request) {
    const body = { from: request.from, reason };
    return take(api.POST('/v1/catalogue/records/{recordId}/mark-distinct', { params, body, ...keyed(key) }));
  }
  const path = { decisionId: request.undo };
  return take(
    api.POST('/v1/catalogue/decisions/{decisionId}/undo', { params: { path }, body: { reason }, ...keyed(key) }),
  );
};

/** Decides; the record and its history are read again afterwards. */
export const useDecide = (recordId: string) => {
  const client = useQueryClient();
  const key = useKey();
  return useMutation({
    mutationFn: (request: DecisionRequest) => send(recordId, request, key.keyFor({ recordId, request })),
    onSettled: (_, thrown) => {
      key.settle(thrown);
      return client.invalidateQueries({ queryKey: ['union'] });
    },
  });
};

/** The id in what was pasted: a record's address, or the id itself. */
export const recordIdIn = (pasted: string): string => /rec_[0-9a-z_]+/i.exec(pasted)?.[0] ?? pasted.trim();
