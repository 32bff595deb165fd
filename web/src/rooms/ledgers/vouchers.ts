import { useQuery } from '@tanstack/react-query';
import { api, take } from '../../api/client.ts';
import { useSayOf } from '../../words/words.tsx';

/** A kind of voucher with its face value in minor units. */
export type Kind = { voucher: string; value: number; currency: string };
/** So many of a kind. */
export type Count = { voucher: string; count: number };

/** IFLA's own two, which hold where a consortium has adopted none (the API's default). */
export const IFLA: readonly Kind[] = [
  { voucher: 'ifla-whole', value: 800, currency: 'EUR' },
  { voucher: 'ifla-half', value: 400, currency: 'EUR' },
];

/** The kinds of vouchers by which libraries outside are paid. */
export const useKinds = (): readonly Kind[] | undefined => {
  const { data, error } = useQuery({
    queryKey: ['policy', 'resource-sharing'],
    queryFn: () =>
      take(api.GET('/v1/governance/policies/{kind}/in-force', { params: { path: { kind: 'resource-sharing' } } })),
    staleTime: 30 * 60_000,
    retry: false,
  });
  if (data?.kind === 'resource-sharing') return data.body.vouchers ?? IFLA;
  return error ? IFLA : undefined;
};

/** The name of a kind of voucher; a kind of the consortium's own by its code. */
export const useVoucherName = (): ((voucher: string) => string) => {
  const sayOf = useSayOf();
  return (voucher) => sayOf('voucher', voucher);
};
