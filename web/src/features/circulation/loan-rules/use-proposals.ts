import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { api, keyed, take } from '../../../api/client.ts';
import type { Answered } from '../../../api/current-user.ts';
import { useKey } from '../../../api/use-key.ts';
import { inForceAt, type PolicyVersion } from '../../../components/policy-versions.ts';
import { type OwnKind, ownNumbers } from '../own-values/own-kinds.ts';
import { mergeRule } from './merge-rule.ts';
import { type AdoptedRule, RuleDiffers } from './use-adopt-rule.ts';

export type Proposals = Answered<'governance-list-proposals'>;
export type Proposal = Proposals['proposals'][number];
export type ProposalStep = { step: 'adopt' | 'decline' | 'withdraw' | 'see'; reason?: string };
type SecondStep = { step: 'name'; email: string } | { step: 'accept' } | { step: 'withdraw' };
type Version = PolicyVersion<'loan-rules'>;

/** A change of what a library sets itself in a policy: the values shown, and the new values. */
type OwnPart = Omit<OwnChange, 'changes'> & { own: NonNullable<Proposal['own']> };

/** The changes of a member's own rules: the values shown, and the new values. */
type OwnChange = {
  memberId: string;
  changes: readonly { before?: AdoptedRule; after: AdoptedRule }[];
  effectiveFrom?: string;
  reason: string;
  /** An own proposal that waits and that this one replaces. */
  replaces?: string;
};

/** Returns the proposed changes of rules that concern the signed-in person, and who decides for a member from outside. */
export const useProposals = () =>
  useQuery({
    queryKey: ['proposals'],
    queryFn: () => take(api.GET('/v1/governance/proposals')),
    staleTime: 15_000,
    refetchOnWindowFocus: true,
  });

const useRefresh = () => {
  const client = useQueryClient();
  return async () => {
    for (const queryKey of [['proposals'], ['today'], ['loan-rules'], ['policy']])
      await client.invalidateQueries({ queryKey });
  };
};

/** Proposes changes of own rules on top of the rules in force on their day; `RuleDiffers` says what others set to something else. */
export const useProposeRules = () => {
  const refresh = useRefresh();
  const key = useKey();
  return useMutation({
    mutationFn: async ({ changes, ...change }: OwnChange) => {
      const { policies } = await take(
        api.GET('/v1/governance/policies', { params: { query: { kind: 'loan-rules' } } }),
      );
      const versions = policies.filter((one): one is Version => one.kind === 'loan-rules');
      const first = inForceAt(versions, change.effectiveFrom ?? new Date().toISOString());
      if (!first) throw new Error('No loan rules are in force.');
      let { rules } = first.body;
      for (const { before, after } of changes) {
        const result = mergeRule(rules, before, after);
        if ('conflict' in result) throw new RuleDiffers(result.conflict, first);
        rules = result.rules;
      }
      const ids = new Set(changes.map(({ after }) => after.id));
      const follows = Math.max(0, ...versions.map(({ version }) => version));
      const body = { ...change, follows, rules: rules.filter(({ id }) => ids.has(id)) };
      return take(api.POST('/v1/governance/proposals', { body, ...keyed(key.keyFor(body)) }));
    },
    onSettled: async (_, thrown) => {
      key.settle(thrown);
      await refresh();
    },
  });
};

/** Proposes what a library sets itself in a policy, on top of the version in force on its day; `RuleDiffers` says what others set to something else. */
export const useProposeOwn = () => {
  const refresh = useRefresh();
  const key = useKey();
  return useMutation({
    mutationFn: async ({ own: { kind, before, after }, ...change }: OwnPart) => {
      const { policies } = await take(api.GET('/v1/governance/policies', { params: { query: { kind } } }));
      const versions = policies.filter((one): one is PolicyVersion<OwnKind> => one.kind === kind);
      const first = inForceAt(versions, change.effectiveFrom ?? new Date().toISOString());
      if (!first) throw new Error('No such policy is in force.');
      const { memberId: id } = change;
      const theirs = { id, values: ownNumbers(first, id) };
      const result = mergeRule([theirs], { id, values: before }, { id, values: after });
      if ('conflict' in result) throw new RuleDiffers(result.conflict, first);
      const follows = Math.max(0, ...versions.map(({ version }) => version));
      const body = { ...change, follows, own: { kind, values: { ...result.rules[0]?.values } } };
      return take(api.POST('/v1/governance/proposals', { body, ...keyed(key.keyFor(body)) }));
    },
    onSettled: async (_, thrown) => {
      key.settle(thrown);
      await refresh();
    },
  });
};

/** Adopts, declines or withdraws a proposal, or confirms to have seen it, as it was shown. */
export const useDecideProposal = ({ memberId, proposalId, v }: Proposal) => {
  const refresh = useRefresh();
  const key = useKey();
  return useMutation({
    mutationFn: (step: ProposalStep) => {
      const body = { ...step, v };
      const call = { params: { path: { memberId, proposalId } }, body, ...keyed(key.keyFor(body)) };
      return take(api.POST('/v1/governance/proposals/{memberId}/{proposalId}/decision', call));
    },
    onSettled: async (_, thrown) => {
      key.settle(thrown);
      await refresh();
    },
  });
};

/** Names, accepts or withdraws who adopts the changes of a member from outside. */
export const useSetSecond = (memberId: string) => {
  const refresh = useRefresh();
  const key = useKey();
  return useMutation({
    mutationFn: (body: SecondStep) => {
      const call = { params: { path: { memberId } }, body, ...keyed(key.keyFor(body)) };
      return take(api.PUT('/v1/governance/second-persons/{memberId}', call));
    },
    onSettled: async (_, thrown) => {
      key.settle(thrown);
      await refresh();
    },
  });
};
