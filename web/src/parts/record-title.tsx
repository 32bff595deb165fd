import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { api, take } from '../api/client.ts';

/** A record by its title, where a list knows its id only; the id stands in meanwhile. */
export const RecordTitle = ({ recordId }: { recordId: string }) => {
  const { data } = useQuery({
    queryKey: ['record', recordId, ''],
    queryFn: () => take(api.GET('/v1/discovery/records/{recordId}', { params: { path: { recordId }, query: {} } })),
    staleTime: 5 * 60_000,
  });
  return (
    <Link to="/record/$recordId" params={{ recordId }}>
      {data?.description.title ?? recordId}
    </Link>
  );
};
