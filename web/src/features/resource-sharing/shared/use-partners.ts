import { useQuery } from '@tanstack/react-query';
import { api, take } from '../../../api/client.ts';
import { type Answered, hasRole, useWho } from '../../../api/current-user.ts';

/** A registered partner: a library or broker outside the consortium. */
export type Partner = Answered<'resource-sharing-list-partners'>['partners'][number];

const all = async (after = ''): Promise<Partner[]> => {
  const query = after ? { after } : {};
  const { partners, next } = await take(api.GET('/v1/resource-sharing/partners', { params: { query } }));
  return next === undefined ? partners : [...partners, ...(await all(next))];
};

/** Returns all partners, for users with access; the registry is small and rarely changes. */
export const usePartners = () => {
  const who = useWho();
  return useQuery({
    queryKey: ['partners'],
    queryFn: () => all(),
    enabled: hasRole(who, 'ill', 'admin'),
    staleTime: 5 * 60_000,
  });
};
