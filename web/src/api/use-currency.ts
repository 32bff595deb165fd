import { useQuery } from '@tanstack/react-query';
import { api, take } from './client.ts';

/** The currency of the consortium's fees, for staff: the adopted fees name it. Undefined until it is known, or when none are adopted. */
export const useCurrency = (): string | undefined => {
  const { data } = useQuery({
    queryKey: ['policy', 'fees'],
    queryFn: () => take(api.GET('/v1/governance/policies/{kind}/in-force', { params: { path: { kind: 'fees' } } })),
    staleTime: 30 * 60_000,
    retry: false,
  });
  return data?.kind === 'fees' ? data.body.currency : undefined;
};
