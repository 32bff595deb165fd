import { useMutation, useQuery } from '@tanstack/react-query';
import { api, take } from '../../../api/client.ts';
import type { Answered, operations } from '../../../api/current-user.ts';
import { type Body, type Send, useSend } from '../../../api/use-send.ts';
import { openFile } from '../../../components/open-file.ts';
import { useLanguage } from '../../../i18n/translate.ts';

export type ShownBody = Answered<'governance-list-bodies'>['bodies'][number];
export type Seat = ShownBody['seats'][number];
export type BodyMeetings = Answered<'governance-show-body'>;
export type ShownMeeting = Answered<'governance-show-meeting'>;
export type Meeting = ShownMeeting['meeting'];
export type ActionItem = ShownMeeting['actions'][number];
export type WrittenBody = Body<'governance-write-body'>;
export type BodyChange = WrittenBody['changes'][number];
export type MeetingWanted = Body<'governance-step-meeting'>;
export type MeetingStep = MeetingWanted['step'];
export type PublicDecisions = Answered<'governance-show-public-decisions'>;

export const bodyKinds = ['board', 'council', 'committee', 'chamber'] as const satisfies readonly ShownBody['kind'][];

/** Returns a body with its meetings. */
export const useBody = (bodyId: string, isEnabled: boolean) =>
  useQuery({
    queryKey: ['bodies', bodyId],
    queryFn: () => take(api.GET('/v1/governance/bodies/{bodyId}', { params: { path: { bodyId } } })),
    enabled: isEnabled,
    staleTime: 0,
  });

/** Returns a meeting; the draft of its minutes is in the language of the page. */
export const useMeeting = (bodyId: string, meetingId: string, language: 'eng' | 'spa', isEnabled: boolean) =>
  useQuery({
    queryKey: ['bodies', bodyId, meetingId, language],
    queryFn: () =>
      take(
        api.GET('/v1/governance/bodies/{bodyId}/meetings/{meetingId}', {
          params: { path: { bodyId, meetingId }, query: { language } },
        }),
      ),
    enabled: isEnabled,
    staleTime: 0,
  });

/** Makes the pack of a meeting as a PDF in the language of the page, and opens it. */
export const usePrintMeeting = ({ bodyId, meetingId }: { bodyId: string; meetingId: string }) => {
  const language = useLanguage() === 'es' ? 'spa' : 'eng';
  return useMutation({
    mutationFn: () =>
      take(
        api.POST('/v1/governance/bodies/{bodyId}/meetings/{meetingId}/packs', {
          ...{ params: { path: { bodyId, meetingId } }, body: { paper: 'A4', language } },
        }),
      ),
    onSuccess: ({ url }) => openFile(url),
  });
};

/** Returns what everybody reads of public bodies. */
export const usePublicDecisions = () =>
  useQuery({
    queryKey: ['public-decisions'],
    queryFn: () => take(api.GET('/v1/governance/public-decisions')),
    staleTime: 60_000,
  });

/** Returns the approved minutes of a public meeting. */
export const usePublicMinutes = (bodyId: string, meetingId: string, isEnabled: boolean) =>
  useQuery({
    queryKey: ['public-decisions', bodyId, meetingId],
    queryFn: () =>
      take(
        api.GET('/v1/governance/public-decisions/{bodyId}/{meetingId}', { params: { path: { bodyId, meetingId } } }),
      ),
    enabled: isEnabled,
    staleTime: 60_000,
  });

/** Returns a mutation after which everything that shows bodies and meetings is read again. */
const useAct = <B extends object, R>(send: Send<B, R>) => useSend(send, ['bodies']);

/** Founds a body, or changes one and its seats. */
export const useWriteBody = () =>
  useAct((body: WrittenBody, headers) => take(api.POST('/v1/governance/bodies', { body, ...headers })));

/** Plans a meeting, or takes its next step. */
export const useMeetingStep = (bodyId: string) =>
  useAct((body: MeetingWanted, headers) =>
    take(
      api.POST('/v1/governance/bodies/{bodyId}/meetings', { ...{ params: { path: { bodyId } }, body, ...headers } }),
    ),
  );

type NewAction = operations['governance-add-action-item']['requestBody']['content']['application/json'];
type Settled = operations['governance-settle-action-item']['requestBody']['content']['application/json'];

/** Writes an action item. */
export const useAddAction = (bodyId: string) =>
  useAct((body: NewAction, headers) =>
    take(
      api.POST('/v1/governance/bodies/{bodyId}/action-items', {
        ...{ params: { path: { bodyId } }, body, ...headers },
      }),
    ),
  );

/** Settles an action item. */
export const useSettleAction = (bodyId: string, actionId: string) =>
  useAct((body: Settled, headers) =>
    take(
      api.PUT('/v1/governance/bodies/{bodyId}/action-items/{actionId}', {
        ...{ params: { path: { bodyId, actionId } }, body, ...headers },
      }),
    ),
  );

/** Returns the term of a seat on a day. */
export const termOn = (seat: Seat, day: string) => seat.terms.find(({ from, to }) => from <= day && day <= to);
