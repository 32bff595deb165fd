import { useQuery } from '@tanstack/react-query';
import { api, take } from './client.ts';

/** Returns the currency of the consortium's adopted fees, for staff. Undefined while loading or when no fees are adopted. */
export const useCurrency = (): string | undefined => {
  const { data } = useQuery({
    queryKey: ['policy', 'fees', 'in-force'],
    queryFn: () => take(api.GET('/v1/governance/policies/{kind}/in-force', { params: { path: { kind: 'fees' } } })),
    staleTime: 30 * 60_000,
    retry: false,
  });
  return data?.kind === 'fees' ? data.body.currency : undefined;
};
