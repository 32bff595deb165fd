import { useInfiniteQuery, useMutation, useQuery } from '@tanstack/react-query';
import { api, take } from '../../../api/client.ts';
import type { Answered } from '../../../api/current-user.ts';
import { type Body, type Send, useSend } from '../../../api/use-send.ts';

export type Subscription = Answered<'acquisitions-show-subscription'>['subscription'];
export type Holdings = Answered<'acquisitions-show-subscription'>['holdings'];
export type SubscriptionRow = Answered<'acquisitions-list-subscriptions'>['subscriptions'][number];
export type Issue = Answered<'acquisitions-list-issues'>['issues'][number];
export type Awaited = Answered<'acquisitions-list-awaited-issues'>['issues'][number];
export type Preview = Answered<'acquisitions-preview-issues'>;
export type Claimed = Answered<'acquisitions-claim-issues'>['claimed'][number];
export type Pattern = Subscription['versions'][number]['basic']['pattern'];
export type SubscriptionBody = Body<'acquisitions-write-subscription'>;
export type SeriesBody = NonNullable<SubscriptionBody['series']>;
export type IssueStep = Body<'acquisitions-step-issue'>['step'];
export type PreviewBody = Body<'acquisitions-preview-issues'>;

/** Returns the subscriptions of a library, page by page, the newest first. */
export const useSubscriptions = (memberId: string) =>
  useInfiniteQuery({
    queryKey: ['serials', memberId],
    queryFn: ({ pageParam }) =>
      take(
        api.GET('/v1/acquisitions/members/{memberId}/subscriptions', {
          params: { path: { memberId }, query: { limit: 25, ...(pageParam !== '' && { after: pageParam }) } },
        }),
      ),
    initialPageParam: '',
    getNextPageParam: ({ next }) => next,
    staleTime: 0,
  });

/** Returns the issues of a library that are expected until today and did not arrive. */
export const useAwaited = (memberId: string) =>
  useInfiniteQuery({
    queryKey: ['serials', memberId, 'awaited'],
    queryFn: ({ pageParam }) =>
      take(
        api.GET('/v1/acquisitions/members/{memberId}/awaited-issues', {
          params: { path: { memberId }, query: { limit: 50, ...(pageParam !== '' && { after: pageParam }) } },
        }),
      ),
    initialPageParam: '',
    getNextPageParam: ({ next }) => next,
    staleTime: 0,
  });

/** Returns a subscription with its holdings. */
export const useSubscription = (memberId: string, subscriptionId: string) =>
  useQuery({
    queryKey: ['serials', memberId, 'one', subscriptionId],
    queryFn: () =>
      take(
        api.GET('/v1/acquisitions/members/{memberId}/subscriptions/{subscriptionId}', {
          params: { path: { memberId, subscriptionId } },
        }),
      ),
    enabled: memberId !== '' && subscriptionId !== '',
    staleTime: 0,
  });

/** Returns the issues of a subscription, page by page, the latest first. */
export const useIssues = (memberId: string, subscriptionId: string) =>
  useInfiniteQuery({
    queryKey: ['serials', memberId, 'one', subscriptionId, 'issues'],
    queryFn: ({ pageParam }) =>
      take(
        api.GET('/v1/acquisitions/members/{memberId}/subscriptions/{subscriptionId}/issues', {
          params: {
            path: { memberId, subscriptionId },
            query: { limit: 100, ...(pageParam !== '' && { after: pageParam }) },
          },
        }),
      ),
    initialPageParam: '',
    getNextPageParam: ({ next }) => next,
    staleTime: 0,
  });

/** Returns a mutation after which everything that shows serials is read again. */
const useAct = <B extends object, R>(send: Send<B, R>) => useSend(send, ['serials']);

/** Makes a subscription, or changes one. */
export const useWriteSubscription = (memberId: string) =>
  useAct((body: SubscriptionBody, headers) =>
    take(
      api.POST('/v1/acquisitions/members/{memberId}/subscriptions', {
        ...{ params: { path: { memberId } }, body, ...headers },
      }),
    ),
  );

/** Predicts further issues. */
export const usePredict = (memberId: string, subscriptionId: string) =>
  useAct((body: Body<'acquisitions-predict-issues'>, headers) =>
    take(
      api.POST('/v1/acquisitions/members/{memberId}/subscriptions/{subscriptionId}/predictions', {
        ...{ params: { path: { memberId, subscriptionId } }, body, ...headers },
      }),
    ),
  );

/** Receives an issue, or records why it does not come. */
export const useIssueStep = (memberId: string) =>
  useAct(({ issue: { subscriptionId, issueId, v }, step }: { issue: Issue; step: IssueStep }, headers) =>
    take(
      api.POST('/v1/acquisitions/members/{memberId}/subscriptions/{subscriptionId}/issues/{issueId}/steps', {
        ...{ params: { path: { memberId, subscriptionId, issueId } }, body: { step, v }, ...headers },
      }),
    ),
  );

/** Claims late issues. */
export const useClaim = (memberId: string) =>
  useAct((body: Body<'acquisitions-claim-issues'>, headers) =>
    take(
      api.POST('/v1/acquisitions/members/{memberId}/issue-claims', {
        ...{ params: { path: { memberId } }, body, ...headers },
      }),
    ),
  );

/** Shows which issues a pattern predicts. */
export const usePreview = (memberId: string) =>
  useMutation({
    mutationFn: (body: PreviewBody) =>
      take(api.POST('/v1/acquisitions/members/{memberId}/issue-previews', { params: { path: { memberId } }, body })),
  });

/** Returns how many copies of an issue are still waited for. */
export const missingOf = ({ copies, received }: Issue): number => copies - received.length;

/** Returns whether an issue is still waited for. */
export const isAwaited = ({ state }: Issue): boolean => state === 'expected' || state === 'partly-arrived';
