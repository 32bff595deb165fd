import { useInfiniteQuery, useQuery } from '@tanstack/react-query';
import { api, take } from '../../../api/client.ts';
import type { Answered } from '../../../api/current-user.ts';
import { type Body, type Send, useSend } from '../../../api/use-send.ts';
import { simulate } from './effect.ts';

export type Listed = Answered<'governance-list-consortium-proposals'>['proposals'][number];
export type ShownProposal = Answered<'governance-show-consortium-proposal'>;
export type Proposal = ShownProposal['proposal'];
export type Amendment = ShownProposal['amendments'][number];
export type Ballot = NonNullable<ShownProposal['ballot']>;
export type OwnVote = Ballot['votes'][number];
export type Choice = NonNullable<OwnVote['choice']>;
export type Method = NonNullable<Ballot['method']>;
export type MethodName = NonNullable<ShownProposal['rule']>['methods'][number];
export type MethodChoice = NonNullable<Body<'governance-open-ballot'>['method']>;
export type Written = Body<'governance-write-consortium-proposal'>;
export type Step = Body<'governance-step-consortium-proposal'>;
export type NewRemark = Body<'governance-remark-on-consortium-proposal'>;
type Ending = Body<'governance-end-ballot'>;
type Opening = Body<'governance-open-ballot'>;

export const choices = ['yes', 'no', 'abstain'] as const satisfies readonly Choice[];

export const methods = [
  ...(['consent', 'approval', 'instant-runoff', 'schulze', 'transferable-vote'] as const),
] as const satisfies readonly MethodName[];

/** Returns the proposals, the newest first, page by page. */
export const useProposals = (isEnabled: boolean) =>
  useInfiniteQuery({
    queryKey: ['consortium-proposals'],
    queryFn: ({ pageParam }) =>
      take(
        api.GET('/v1/governance/consortium-proposals', {
          params: { query: { limit: 50, ...(pageParam !== '' && { after: pageParam }) } },
        }),
      ),
    initialPageParam: '',
    getNextPageParam: ({ next }) => next,
    enabled: isEnabled,
    staleTime: 15_000,
    refetchOnWindowFocus: true,
  });

/** Returns a proposal with its ballot. */
export const useProposal = (proposalId: string, isEnabled: boolean) =>
  useQuery({
    queryKey: ['consortium-proposal', proposalId],
    queryFn: () =>
      take(api.GET('/v1/governance/consortium-proposals/{proposalId}', { params: { path: { proposalId } } })),
    enabled: isEnabled,
    staleTime: 0,
    refetchOnWindowFocus: true,
  });

/** Returns a mutation after which everything that shows proposals, votes or policies is read again. */
const useAct = <B extends object, R>(send: Send<B, R>) =>
  useSend(send, ['consortium-proposal', 'consortium-proposals', 'today', 'policy']);

/** Writes a proposal, or a new version of its text. */
export const useWrite = () =>
  useAct((body: Written, headers) => take(api.POST('/v1/governance/consortium-proposals', { body, ...headers })));

/** Opens, supports, withdraws or enacts a proposal. */
export const useStep = (proposalId: string) =>
  useAct((body: Step, headers) =>
    take(
      api.POST('/v1/governance/consortium-proposals/{proposalId}/steps', {
        ...{ params: { path: { proposalId } }, body, ...headers },
      }),
    ),
  );

/** Simulates the rules of a proposal with logged decisions. */
export const useSimulate = (proposalId: string) =>
  useAct(({ v }: { v: number }, headers) => simulate(proposalId, v, headers));

/** Adds a comment or a statement. */
export const useRemark = (proposalId: string) =>
  useAct((body: NewRemark, headers) =>
    take(
      api.POST('/v1/governance/consortium-proposals/{proposalId}/remarks', {
        ...{ params: { path: { proposalId } }, body, ...headers },
      }),
    ),
  );

/** Proposes an amendment. */
export const useAmend = (proposalId: string) =>
  useAct((body: Body<'governance-amend-consortium-proposal'>, headers) =>
    take(
      api.POST('/v1/governance/consortium-proposals/{proposalId}/amendments', {
        ...{ params: { path: { proposalId } }, body, ...headers },
      }),
    ),
  );

/** Accepts, rejects or withdraws an amendment. */
export const useSettle = (proposalId: string, amendmentId: string) =>
  useAct((body: Body<'governance-settle-amendment'>, headers) =>
    take(
      api.POST('/v1/governance/consortium-proposals/{proposalId}/amendments/{amendmentId}/steps', {
        ...{ params: { path: { proposalId, amendmentId } }, body, ...headers },
      }),
    ),
  );

/** Opens a ballot. */
export const useOpenBallot = (proposalId: string) =>
  useAct((body: Opening, headers) =>
    take(
      api.POST('/v1/governance/consortium-proposals/{proposalId}/ballot', {
        ...{ params: { path: { proposalId } }, body, ...headers },
      }),
    ),
  );

/** Counts a ballot whose time is over, or cancels one. */
export const useEndBallot = (proposalId: string) =>
  useAct((body: Ending, headers) =>
    take(
      api.POST('/v1/governance/consortium-proposals/{proposalId}/ballot/end', {
        ...{ params: { path: { proposalId } }, body, ...headers },
      }),
    ),
  );

/** Casts or changes the vote of a member. */
export const useVote = (ballotId: string, memberId: string) =>
  useAct((body: Body<'governance-cast-vote'>, headers) =>
    take(
      api.PUT('/v1/governance/ballots/{ballotId}/votes/{memberId}', {
        ...{ params: { path: { ballotId, memberId } }, body, ...headers },
      }),
    ),
  );

/** Lets another library vote for a library, or withdraws that. */
export const useProxy = (ballotId: string, memberId: string) =>
  useAct((body: Body<'governance-give-proxy'>, headers) =>
    take(
      api.PUT('/v1/governance/ballots/{ballotId}/proxies/{memberId}', {
        ...{ params: { path: { ballotId, memberId } }, body, ...headers },
      }),
    ),
  );

/** Returns the record of a counted ballot. */
export const readRecord = (ballotId: string) =>
  take(api.GET('/v1/governance/ballots/{ballotId}/record', { params: { path: { ballotId } } }));
