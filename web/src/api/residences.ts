import { useQuery } from '@tanstack/react-query';
import { api, take } from './client.ts';

/** Returns the places of residence, and names by code. Codes are shown until the names have loaded. */
export const useResidences = () => {
  const { data } = useQuery({
    queryKey: ['residences'],
    queryFn: () => take(api.GET('/v1/patrons/residences')),
    staleTime: 30 * 60_000,
  });
  const residences = data?.residences ?? [];
  return {
    residences,
    residenceName: (code: string): string => residences.find((one) => one.code === code)?.name ?? code,
  };
};
