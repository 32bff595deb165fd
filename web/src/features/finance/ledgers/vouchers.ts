import { useQuery } from '@tanstack/react-query';
import { api, take } from '../../../api/client.ts';
import { useTextOf } from '../../../i18n/translate.ts';
import { IFLA, type Kind } from './voucher-kinds.ts';

/** Returns the kinds of vouchers used to pay partners. */
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

/** Returns a function that names a kind of voucher; the consortium's own kinds by their code. */
export const useVoucherName = (): ((voucher: string) => string) => {
  const textOf = useTextOf();
  return (voucher) => textOf('voucher', voucher);
};
