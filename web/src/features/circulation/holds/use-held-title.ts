import { useQuery } from '@tanstack/react-query';
import { api, take } from '../../../api/client.ts';

/** Returns the title of a record; undefined until it is known. */
export const useHeldTitle = (recordId: string): string | undefined =>
  useQuery({
    queryKey: ['record', recordId, ''],
    queryFn: () => take(api.GET('/v1/discovery/records/{recordId}', { params: { path: { recordId }, query: {} } })),
  }).data?.description.title;
