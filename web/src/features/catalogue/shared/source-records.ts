import { useInfiniteQuery, useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { api, keyed, take } from '../../../api/client.ts';
import type { Answered } from '../../../api/current-user.ts';
import { useKey } from '../../../api/use-key.ts';

/** A union record with the contribution of each member and the reason for its match. */
export type Union = Answered<'catalogue-get-record'>;
export type Source = Union['sources'][number];
/** An event in the history of a union record or of one of its source records. */
export type Entry = Answered<'catalogue-list-history'>['entries'][number];
/** The names of the staff users in the history, by id. */
export type Names = Answered<'catalogue-list-history'>['names'];
/** A merge or split by staff. */
export type Decision = Extract<Entry, { kind: 'decision' }>['decision'];

/** Returns the union record as visible to the signed-in user. */
export const useUnion = (recordId: string) =>
  useQuery({
    queryKey: ['union', recordId],
    queryFn: () => take(api.GET('/v1/catalogue/records/{recordId}', { params: { path: { recordId }, query: {} } })),
  });

/** Returns the history of a record, newest first, with the names of the staff involved. */
export const useHistory = (recordId: string) =>
  useQuery({
    queryKey: ['union', recordId, 'history'],
    queryFn: () => take(api.GET('/v1/catalogue/records/{recordId}/history', { params: { path: { recordId } } })),
  });

/** A pair of records for which a person must decide whether they are one title. */
export type PossibleDuplicate = Answered<'catalogue-list-possible-duplicates'>['possibleDuplicates'][number];

/** Returns a member's possible duplicates, the likeliest first, page by page. */
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

/** A library's duplicate records: a paged list, with totals on the first page. */
export type Duplicates = Answered<'catalogue-list-duplicate-holdings'>;
export type DuplicateHolding = Duplicates['duplicateHoldings'][number];

/** Returns a library's duplicate holdings, the oldest union record first. A decision invalidates its query key. */
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

/** A decision without its reason: split records off, merge with another record, or undo a decision. */
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

/** Sends the decision, then refetches the record and its history. */
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

/** Extracts the record id from pasted text: a record's address or the id itself. */
export const recordIdIn = (pasted: string): string => /rec_[0-9a-z_]+/i.exec(pasted)?.[0] ?? pasted.trim();
