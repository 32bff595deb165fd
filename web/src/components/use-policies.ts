import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { api, keyed, take } from '../api/client.ts';
import type { paths } from '../api/schema.generated.d.ts';
import { useKey } from '../api/use-key.ts';
import { type Dated, inForceAt, type PolicyKind, type PolicyVersion } from './policy-versions.ts';

/** Returns all versions of the policy of one kind. */
export const usePolicyVersions = <K extends PolicyKind>(kind: K, isEnabled: boolean) =>
  useQuery({
    queryKey: ['policy', kind],
    queryFn: async () => {
      const { policies } = await take(api.GET('/v1/governance/policies', { params: { query: { kind } } }));
      return policies.filter((one): one is PolicyVersion<K> => one.kind === kind);
    },
    enabled: isEnabled,
    staleTime: 0,
  });

type AdoptionBody = paths['/v1/governance/policies']['post']['requestBody']['content']['application/json'];
type Ruled<B> = B extends { kind: unknown; body: unknown } ? Pick<B, 'kind' | 'body'> : never;
/** A policy with its body, as it is adopted. */
export type AdoptedPolicy = Ruled<AdoptionBody>;

/**
 * From when on a policy applies (ISO 8601; absent for now), whether the versions that begin later are ended (where there are any), and the
 * decision.
 */
export type Adoption = {
  effectiveFrom?: string;
  endsLater?: boolean;
  decisionReference: string;
  /** The rules that begin later with the same change, in the order of their days. */
  following?: readonly { policy: AdoptedPolicy; effectiveFrom: string }[];
};

/**
 * Adopts a policy. `policyAfter` returns it from the version in force at the day from which it applies, so that all other values stay as
 * they are then. Refused when somebody else adopted one since `versions` were read.
 */
export const useAdoptPolicy = <V extends Dated & { kind: PolicyKind }>(
  versions: readonly V[],
  policyAfter: (inForce: V | undefined) => AdoptedPolicy,
) => {
  const client = useQueryClient();
  const key = useKey();
  return useMutation({
    mutationFn: async ({ effectiveFrom, following = [], ...decided }: Adoption) => {
      const body = {
        ...policyAfter(inForceAt(versions, effectiveFrom ?? new Date().toISOString())),
        ...(effectiveFrom !== undefined && { effectiveFrom }),
        ...{ ...decided, follows: Math.max(0, ...versions.map(({ version }) => version)) },
      };
      let adopted = await take(api.POST('/v1/governance/policies', { body, ...keyed(key.keyFor(body)) }));
      for (const [place, next] of following.entries()) {
        key.settle();
        const later = {
          ...{ ...next.policy, effectiveFrom: next.effectiveFrom, decisionReference: decided.decisionReference },
          ...{ follows: adopted.version, ...(place + 1 < following.length && { endsLater: false }) },
        };
        adopted = await take(api.POST('/v1/governance/policies', { body: later, ...keyed(key.keyFor(later)) }));
      }
      return adopted;
    },
    onSettled: (_, thrown) => {
      key.settle(thrown);
      return client.invalidateQueries({ queryKey: ['policy'] });
    },
  });
};
