import { keepPreviousData, useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useEffect, useState } from 'react';
import { api, keyed, take } from '../../../api/client.ts';
import type { Answered } from '../../../api/current-user.ts';
import { useKey } from '../../../api/use-key.ts';

/** A member's record with the data for an edit. */
export type Source = Answered<'catalogue-get-source-record'>;
export type MarcRecord = Source['record'];
export type Finding = Answered<'catalogue-check-source-record'>['findings'][number];

const readSource = (sourceId: string): Promise<Source> =>
  take(api.GET('/v1/catalogue/source-records/{sourceId}', { params: { path: { sourceId } } }));

/**
 * Returns the record as it was when the page was opened. It is neither refetched during input nor cached for the next visit. A page that
 * leads to the editor names itself: the editor reads the record again.
 */
export const useSource = (sourceId: string, reader: 'editor' | 'comparison' = 'editor') =>
  useQuery({
    queryKey: ['source', sourceId, reader],
    queryFn: () => readSource(sourceId),
    staleTime: Number.POSITIVE_INFINITY,
    gcTime: 0,
  });

/** Returns the current record after an edit was refused at a time (epoch ms); each refusal fetches it again. */
export const useCurrentRecord = (sourceId: string, refusedAt: number) =>
  useQuery({
    queryKey: ['current-source', sourceId, refusedAt],
    queryFn: () => readSource(sourceId),
    staleTime: Number.POSITIVE_INFINITY,
    gcTime: 0,
  });

/** The delay between the last keystroke and validation, in milliseconds. */
const REST_MS = 500;

/** Returns the findings for the edited record, requested when the user stops typing. */
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
  return {
    findings: data?.findings ?? [],
    like: data?.like ?? [],
    isChecking: isChanged && (isFetching || rested !== content),
    error,
  };
};

/** Saves the edited record, then refetches the records and their history. */
export const useSave = (sourceId: string) => {
  const client = useQueryClient();
  const key = useKey();
  return useMutation({
    // Without a connection the request fails at once and can be retried, instead of waiting unseen.
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
