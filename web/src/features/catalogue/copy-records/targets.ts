import { useQuery } from '@tanstack/react-query';
import { api, take } from '../../../api/client.ts';
import type { Answered } from '../../../api/current-user.ts';
import { inForceAt } from '../../../components/policy-versions.ts';
import { usePolicyVersions } from '../../../components/use-policies.ts';

/** A record found in another catalogue, with what is like it here. */
export type Hit = Answered<'catalogue-search-target'>['hits'][number];

/** A search in another catalogue: the name of the target, and what is searched for. */
export type Search = { target: string; text?: string; title?: string; author?: string; isbn?: string };

/** Returns the names of the catalogues from which records are copied; undefined while they load. */
export const useTargets = () => {
  const { data, error } = usePolicyVersions('copy-targets', true);
  const inForce = data && inForceAt(data, new Date().toISOString());
  return { targets: data && (inForce?.body.targets.map(({ name }) => name) ?? []), error };
};

/** Returns the records that a target has for a search; asks nothing without one. */
export const useHits = (memberId: string, search: Search | undefined, from: number) =>
  useQuery({
    queryKey: ['target-records', memberId, search, from],
    queryFn: () =>
      take(
        api.GET('/v1/catalogue/members/{memberId}/target-records', {
          params: { path: { memberId }, query: { ...(search ?? { target: '' }), from } },
        }),
      ),
    enabled: search !== undefined,
    retry: false,
  });
