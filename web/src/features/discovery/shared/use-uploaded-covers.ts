import { useQuery } from '@tanstack/react-query';
import { api, take } from '../../../api/client.ts';
import type { Answered } from '../../../api/current-user.ts';
import { type Body, useSend } from '../../../api/use-send.ts';

export type UploadedCover = Answered<'discovery-list-uploaded-covers'>['covers'][number];
type Of = { recordId: string; memberId: string };

const changed = ['uploaded-covers', 'covers'];

/** Returns the covers that libraries uploaded for a title, the one that is shown first. */
export const useUploadedCovers = (recordId: string) =>
  useQuery({
    queryKey: ['uploaded-covers', recordId],
    queryFn: () => take(api.GET('/v1/discovery/records/{recordId}/covers', { params: { path: { recordId } } })),
    staleTime: 0,
  });

/** Uploads the cover that a library has of a title. */
export const useUploadCover = ({ recordId, memberId }: Of) =>
  useSend(
    (body: Body<'discovery-upload-cover'>, headers) =>
      take(
        api.PUT('/v1/discovery/members/{memberId}/covers/{recordId}', {
          ...{ params: { path: { recordId, memberId } }, body, ...headers },
        }),
      ),
    changed,
  );

/** Removes the cover that a library uploaded for a title. */
export const useRemoveCover = ({ recordId, memberId }: Of) =>
  useSend(
    (_: object, headers) =>
      take(
        api.DELETE('/v1/discovery/members/{memberId}/covers/{recordId}', {
          ...{ params: { path: { recordId, memberId } }, ...headers },
        }),
      ),
    changed,
  );
