import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { api, keyed, take } from '../../../api/client.ts';
import { useKey } from '../../../api/use-key.ts';
import { inForceAt, type PatronsVersion, type PinRules } from './pin-rules.ts';

const listKey = ['policy', 'patrons'];

/** Returns all versions of the policy of patrons. */
export const useVersions = (isEnabled: boolean) =>
  useQuery({
    queryKey: listKey,
    queryFn: async () => {
      const { policies } = await take(api.GET('/v1/governance/policies', { params: { query: { kind: 'patrons' } } }));
      return policies.filter((one) => one.kind === 'patrons');
    },
    enabled: isEnabled,
    staleTime: 0,
  });

/**
 * What an administrator adopts: the rules, from when on (ISO 8601; absent for now), whether versions that begin later are ended, and the
 * decision.
 */
export type Adopted = { rules: PinRules; effectiveFrom?: string; endsLater?: boolean; decisionReference: string };

/** Adopts rules for PINs. All other rules for patrons stay as they are at the day from which the new ones apply. */
export const useAdopt = (versions: readonly PatronsVersion[]) => {
  const client = useQueryClient();
  const key = useKey();
  return useMutation({
    mutationFn: ({
      rules: { shortest, codeMinutes, perDay },
      effectiveFrom,
      endsLater,
      decisionReference,
    }: Adopted) => {
      const body = {
        kind: 'patrons' as const,
        ...(effectiveFrom !== undefined && { effectiveFrom }),
        ...(endsLater !== undefined && { endsLater }),
        ...{ decisionReference, follows: Math.max(0, ...versions.map(({ version }) => version)) },
        body: {
          ...inForceAt(versions, effectiveFrom ?? new Date().toISOString())?.body,
          ...{ pins: { shortest }, forgottenPin: { codeMinutes, perDay } },
        },
      };
      return take(api.POST('/v1/governance/policies', { body, ...keyed(key.keyFor(body)) }));
    },
    onSettled: (_, thrown) => {
      key.settle(thrown);
      return client.invalidateQueries({ queryKey: listKey });
    },
  });
};
