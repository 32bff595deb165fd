import { useQuery } from '@tanstack/react-query';
import { api, take } from '../../../api/client.ts';
import type { Answered } from '../../../api/current-user.ts';
import { type Body, useSend } from '../../../api/use-send.ts';

type Chosen = Answered<'discovery-get-cover-providers'>;
export type CoverProvider = Chosen['providers'][number];
export type AddressProvider = Extract<CoverProvider, { kind: 'address' }>;

/** Returns the providers of covers in their order. */
export const useCoverProviders = (isEnabled: boolean) =>
  useQuery({
    queryKey: ['cover-providers'],
    queryFn: () => take(api.GET('/v1/discovery/cover-providers')),
    enabled: isEnabled,
    staleTime: 0,
  });

/** Replaces the providers of covers. */
export const useSetCoverProviders = () =>
  useSend(
    (body: Body<'discovery-set-cover-providers'>, headers) =>
      take(api.PUT('/v1/discovery/cover-providers', { body, ...headers })),
    ['cover-providers', 'covers'],
  );
