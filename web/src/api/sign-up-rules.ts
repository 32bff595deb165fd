import { useQuery } from '@tanstack/react-query';
import { api, take } from './client.ts';

/** Reads whether people may sign up for a card online. */
export const useSignUpRules = () =>
  useQuery({
    queryKey: ['sign-up-rules'],
    queryFn: () => take(api.GET('/v1/patrons/sign-up-rules')),
    staleTime: 30 * 60_000,
    retry: false,
  });
