import { useQuery } from '@tanstack/react-query';
import { api, take } from '../../../api/client.ts';
import { useTextOf } from '../../../i18n/translate.ts';
import { IFLA, type Kind } from './voucher-kinds.ts';

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
  const textOf = useTextOf();
  return (voucher) => textOf('voucher', voucher);
};
