import { keepPreviousData, useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useEffect, useState } from 'react';
import { api, keyed, take } from '../../../api/client.ts';
import type { Answered } from '../../../api/current-user.ts';
import { useKey } from '../../../api/use-key.ts';

/** A member's record with what an edit needs. */
export type Source = Answered<'catalogue-get-source-record'>;
export type MarcRecord = Source['record'];
export type Finding = Answered<'catalogue-check-source-record'>['findings'][number];

const readSource = (sourceId: string): Promise<Source> =>
  take(api.GET('/v1/catalogue/source-records/{sourceId}', { params: { path: { sourceId } } }));

/** The record as it stands when the room is entered. It is not read again behind what somebody types, and not kept for the next time. */
export const useSource = (sourceId: string) =>
  useQuery({
    queryKey: ['source', sourceId],
    queryFn: () => readSource(sourceId),
    staleTime: Number.POSITIVE_INFINITY,
    gcTime: 0,
  });

/** The record as it stands after an edit of it was refused at a time (epoch ms): for each such refusal it is read again. */
export const useCurrentRecord = (sourceId: string, refusedAt: number) =>
  useQuery({
    queryKey: ['standing', sourceId, refusedAt],
    queryFn: () => readSource(sourceId),
    staleTime: Number.POSITIVE_INFINITY,
    gcTime: 0,
  });

/** So long after the last key the record is looked through. */
const REST_MS = 500;

/** What is said of the record as it is being edited, as soon as the typing rests. */
export const useFindings = (sourceId: string, record: MarcRecord, isChanged: boolean) => {
  const content = JSON.stringify(record);
  const [rested, setRested] = useState(content);
  useEffect(() => {
    const timer = setTimeout(() => setRested(content), REST_MS);
    return () => clearTimeout(timer);
  }, [content]);
  const { data, isFetching, error } = useQuery({
    queryKey: ['check', sourceId, rested],
    queryFn: () =>
      take(
        api.POST('/v1/catalogue/source-records/{sourceId}/check', {
          params: { path: { sourceId } },
          body: { record: JSON.parse(rested) },
        }),
      ),
    enabled: isChanged,
    placeholderData: keepPreviousData,
  });
  return { findings: data?.findings ?? [], isLooking: isChanged && (isFetching || rested !== content), error };
};

/** Stores the record as edited; the records and their history are read again afterwards. */
export const useSave = (sourceId: string) => {
  const client = useQueryClient();
  const key = useKey();
  return useMutation({
    // Without a connection it fails at once and can be tried again, rather than wait unseen.
    networkMode: 'always',
    mutationFn: (body: { version: string; record: MarcRecord; reason: string }) =>
      take(
        api.PUT('/v1/catalogue/source-records/{sourceId}', {
          ...{ params: { path: { sourceId } }, body, ...keyed(key.keyFor(body)) },
        }),
      ),
    onSettled: (done, thrown) => {
      key.settle(thrown);
      return done ? client.invalidateQueries({ queryKey: ['union'] }) : undefined;
    },
  });
};
