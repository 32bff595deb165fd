import { useQuery } from '@tanstack/react-query';
import { api, take } from '../../../api/client.ts';

/** Returns all bodies. */
export const useBodies = (isEnabled: boolean) =>
  useQuery({
    queryKey: ['bodies'],
    queryFn: () => take(api.GET('/v1/governance/bodies')),
    enabled: isEnabled,
    staleTime: 15_000,
  });
