import { useMutation, useQuery } from '@tanstack/react-query';
import { useSyncExternalStore } from 'react';
import { api, take } from '../../../api/client.ts';
import type { Answered } from '../../../api/current-user.ts';
import { openFile } from '../../../components/open-file.ts';
import { useLanguage } from '../../../i18n/translate.ts';

export type OwnSeats = Answered<'governance-show-own-seats'>;
export type OwnBody = OwnSeats['bodies'][number];
export type OwnMeeting = OwnBody['meetings'][number];

/** The secret of the session is stored for this tab only. */
const PLACE = 'concord.seat-session';
const listeners = new Set<() => void>();

const current = (): string => sessionStorage.getItem(PLACE) ?? '';

const set = (session: string): void => {
  if (session === '') sessionStorage.removeItem(PLACE);
  else sessionStorage.setItem(PLACE, session);
  for (const tell of listeners) tell();
};

/** Returns the session of the holder of a seat; empty without one. */
export const useSeatSession = (): string =>
  useSyncExternalStore((tell) => {
    listeners.add(tell);
    return () => listeners.delete(tell);
  }, current);

/** Asks for a link. The answer does not say whether the address holds a seat. */
export const useAskLink = () =>
  useMutation({ mutationFn: (email: string) => take(api.POST('/v1/governance/seat-links', { body: { email } })) });

/** Signs in with the secret of a link. */
export const useBeginSession = () =>
  useMutation({
    mutationFn: (link: string) => take(api.POST('/v1/governance/seat-sessions', { body: { link } })),
    onSuccess: ({ session }) => set(session),
  });

/** Signs out. The tab forgets the session also when the request fails; it ends after twelve hours. */
export const useEndSession = () =>
  useMutation({
    mutationFn: (session: string) => take(api.POST('/v1/governance/seat-sessions/end', { body: { session } })),
    onSettled: () => set(''),
  });

/** Forgets a session that is over. */
export const forgetSession = (): void => set('');

/** Returns the bodies of the own seats. */
export const useOwnSeats = (session: string) =>
  useQuery({
    queryKey: ['own-seats', session],
    queryFn: () => take(api.POST('/v1/governance/own-seats', { body: { session } })),
    retry: false,
    staleTime: 60_000,
  });

/** Makes the pack of a meeting as a PDF in the language of the page, and opens it. */
export const usePrintOwn = (session: string, bodyId: string, meetingId: string) => {
  const language = useLanguage() === 'es' ? 'spa' : 'eng';
  return useMutation({
    mutationFn: () =>
      take(
        api.POST('/v1/governance/own-seats/{bodyId}/{meetingId}/packs', {
          params: { path: { bodyId, meetingId } },
          body: { session, paper: 'A4', language },
        }),
      ),
    onSuccess: ({ url }) => openFile(url),
  });
};
