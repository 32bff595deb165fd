import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { api, keyed, take } from '../../../api/client.ts';
import type { Answered, operations } from '../../../api/current-user.ts';
import { useKey } from '../../../api/use-key.ts';
import { useWholeList } from '../../../api/use-whole-list.ts';

/** A load of data from an old system, with its files and runs. */
export type Migration = Answered<'onboarding-get-load'>;
export type LoadFile = Migration['files'][number];
export type Run = Migration['runs'][number];
export type Mapping = Migration['load']['mapping'];
export type ReportLine = NonNullable<Answered<'onboarding-get-run'>['report']>['lines'][number];
type Opening = operations['onboarding-open-load']['requestBody']['content']['application/json'];
type NewFile = operations['onboarding-add-file']['requestBody']['content']['application/json'];
type NewRun = operations['onboarding-start-run']['requestBody']['content']['application/json'];

const listKey = (memberId: string) => ['migrations', memberId];
const oneKey = (memberId: string, loadId: string) => ['migration', memberId, loadId];
const LOOKS_MS = 3_000;

/** Whether a run is under way. */
export const isGoing = ({ state }: Run): boolean => state === 'waiting' || state === 'running';

/** Loads the loads of a member, newest first. */
export const useMigrations = (memberId: string) =>
  useWholeList(listKey(memberId), (after) =>
    take(
      api.GET('/v1/onboarding/members/{memberId}/loads', {
        params: { path: { memberId }, query: { limit: 100, ...(after && { after }) } },
      }),
    ),
  );

/** Loads one load; polled while a run is under way. */
export const useMigration = (memberId: string, loadId: string) =>
  useQuery({
    queryKey: oneKey(memberId, loadId),
    queryFn: () =>
      take(api.GET('/v1/onboarding/members/{memberId}/loads/{loadId}', { params: { path: { memberId, loadId } } })),
    staleTime: 0,
    refetchInterval: ({ state: { data } }) => (data?.runs.some(isGoing) ? LOOKS_MS : false),
  });

/** Opens a load. */
export const useOpenMigration = (memberId: string) => {
  const client = useQueryClient();
  const key = useKey();
  return useMutation({
    mutationFn: (body: Opening) =>
      take(
        api.POST('/v1/onboarding/members/{memberId}/loads', {
          ...{ params: { path: { memberId } }, body, ...keyed(key.keyFor(body)) },
        }),
      ),
    onSettled: (_, thrown) => {
      key.settle(thrown);
      return client.invalidateQueries({ queryKey: listKey(memberId) });
    },
  });
};

/** The changes of a load: its mapping, its files and its runs. Each sees the load again afterwards. */
export const useMigrationActs = (memberId: string, loadId: string) => {
  const client = useQueryClient();
  const key = useKey();
  const path = { memberId, loadId };
  const after = {
    onSettled: (_: unknown, thrown: Error | null) => {
      key.settle(thrown);
      return client.invalidateQueries({ queryKey: oneKey(memberId, loadId) });
    },
  };
  const setMapping = useMutation({
    mutationFn: (mapping: Mapping) =>
      take(
        api.PUT('/v1/onboarding/members/{memberId}/loads/{loadId}/mapping', {
          ...{ params: { path }, body: { mapping }, ...keyed(key.keyFor(mapping)) },
        }),
      ),
    ...after,
  });
  const addFile = (body: NewFile) =>
    take(
      api.POST('/v1/onboarding/members/{memberId}/loads/{loadId}/files', {
        ...{ params: { path }, body, ...keyed(key.keyFor(body)) },
      }),
    );
  const startRun = useMutation({
    mutationFn: (body: NewRun) =>
      take(
        api.POST('/v1/onboarding/members/{memberId}/loads/{loadId}/runs', {
          ...{ params: { path }, body, ...keyed(key.keyFor(body)) },
        }),
      ),
    ...after,
  });
  const resumeRun = useMutation({
    mutationFn: (runId: string) =>
      take(
        api.POST('/v1/onboarding/members/{memberId}/loads/{loadId}/runs/{runId}/resume', {
          ...{ params: { path: { ...path, runId } }, ...keyed(key.keyFor(runId)) },
        }),
      ),
    ...after,
  });
  return { setMapping, addFile, startRun, resumeRun, added: after.onSettled };
};

const pageOf = (memberId: string, loadId: string, runId: string, part?: string) =>
  take(
    api.GET('/v1/onboarding/members/{memberId}/loads/{loadId}/runs/{runId}', {
      params: { path: { memberId, loadId, runId }, query: part === undefined ? {} : { part } },
    }),
  );

/** Lines of a report with the file that they are about. */
export type FileLine = ReportLine & { fileId: string };
const linesOf = ({ report }: Answered<'onboarding-get-run'>): FileLine[] =>
  (report?.lines ?? []).map((line) => ({ ...line, fileId: report?.fileId ?? '' }));

/** Loads the first page of a run's report, and whether there is more. */
export const useReport = (memberId: string, loadId: string, { runId, state, parts }: Run) =>
  useQuery({
    queryKey: [...oneKey(memberId, loadId), runId, state, parts.done],
    queryFn: async () => {
      const page = await pageOf(memberId, loadId, runId);
      return { lines: linesOf(page), hasMore: page.next !== undefined };
    },
  });

/** Returns all lines of a run's report. */
export const allLines = async (memberId: string, loadId: string, runId: string): Promise<FileLine[]> => {
  const all: FileLine[] = [];
  let page = await pageOf(memberId, loadId, runId);
  for (;;) {
    all.push(...linesOf(page));
    if (page.next === undefined) return all;
    page = await pageOf(memberId, loadId, runId, page.next);
  }
};
