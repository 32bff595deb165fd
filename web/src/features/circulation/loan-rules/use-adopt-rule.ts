import { useMutation, useQueryClient } from '@tanstack/react-query';
import { api, keyed, take } from '../../../api/client.ts';
import { useKey } from '../../../api/use-key.ts';
import { inForceAt, laterThan, type PolicyVersion } from '../../../components/policy-versions.ts';
import { mergeRule, type RuleConflict } from './merge-rule.ts';

type Version = PolicyVersion<'loan-rules'>;
export type AdoptedRule = Version['body']['rules'][number];
/** The change of a rule: the values shown, the new values, the effective time (ISO 8601; now when absent), and the decision. */
export type RuleChange = {
  before?: AdoptedRule;
  after: AdoptedRule;
  effectiveFrom?: string;
  decisionReference: string;
};

/** Thrown when rules that begin later, or were adopted meanwhile, change the same value. */
export class RuleDiffers extends Error {
  override name = 'RuleDiffers';
  readonly conflict: RuleConflict;
  readonly version: Pick<Version, 'version' | 'effectiveFrom'>;
  constructor(conflict: RuleConflict, version: Pick<Version, 'version' | 'effectiveFrom'>) {
    super(conflict.id);
    this.conflict = conflict;
    this.version = version;
  }
}

const merged = (version: Version, { before, after }: Pick<RuleChange, 'before' | 'after'>): Version['body'] => {
  const result = mergeRule(version.body.rules, before, after);
  if ('conflict' in result) throw new RuleDiffers(result.conflict, version);
  return { ...version.body, rules: result.rules };
};

/**
 * Returns the loan rules with the change of one rule, for a vote of the members: on top of those in force on its day. Rules that begin later still
 * begin.
 */
export const rulesToVoteOn = (
  versions: readonly Version[],
  { effectiveFrom, ...change }: Omit<RuleChange, 'decisionReference'>,
) => {
  const from = effectiveFrom ?? new Date().toISOString();
  const first = inForceAt(versions, from);
  if (!first) throw new Error('No loan rules are in force.');
  return {
    ...{ kind: 'loan-rules' as const, body: merged(first, change) },
    follows: Math.max(0, ...versions.map(({ version }) => version)),
    ...(effectiveFrom !== undefined && { effectiveFrom }),
    ...(laterThan(versions, from).length > 0 && { endsLater: false }),
  };
};

/**
 * Adopts the change of one rule from a day on, in the version in force then and in all that begin later, so that none of them takes it back.
 * Nothing is written when one of them changes the same value: `RuleDiffers` says what it is there.
 */
export const useAdoptRule = () => {
  const client = useQueryClient();
  const key = useKey();
  return useMutation({
    mutationFn: async (change: RuleChange) => {
      const { policies } = await take(
        api.GET('/v1/governance/policies', { params: { query: { kind: 'loan-rules' } } }),
      );
      const versions = policies.filter((one): one is Version => one.kind === 'loan-rules');
      const from = change.effectiveFrom ?? new Date().toISOString();
      const first = inForceAt(versions, from);
      if (!first) throw new Error('No loan rules are in force.');
      const later = laterThan(versions, from).toSorted((one, other) =>
        one.effectiveFrom < other.effectiveFrom ? -1 : 1,
      );
      const bodies = [first, ...later].map((version) => merged(version, change));
      let follows = Math.max(0, ...versions.map(({ version }) => version));
      for (const [place, body] of bodies.entries()) {
        const begins = place === 0 ? change.effectiveFrom : later[place - 1]?.effectiveFrom;
        const adoption = {
          ...{ kind: 'loan-rules' as const, body, follows, decisionReference: change.decisionReference },
          ...(begins !== undefined && { effectiveFrom: begins }),
          ...(place < later.length && { endsLater: false }),
        };
        const adopted = await take(
          api.POST('/v1/governance/policies', { body: adoption, ...keyed(key.keyFor(adoption)) }),
        );
        follows = adopted.version;
        key.settle();
      }
      return bodies.length;
    },
    onSettled: async (_, thrown) => {
      key.settle(thrown);
      await client.invalidateQueries({ queryKey: ['loan-rules'] });
      await client.invalidateQueries({ queryKey: ['policy'] });
    },
  });
};
