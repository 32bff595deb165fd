import { useQuery } from '@tanstack/react-query';
import { api, take } from '../../../../api/client.ts';
import { FailedNotice, Waiting } from '../../../../components/states.tsx';
import { ChoicesForm } from '../../shared/choices-form.tsx';

/** The choices of notices of a patron, which the home library sees and sets on the patron's request. */
export const PatronChoices = ({ patronId, branchId }: { patronId: string; branchId: string }) => {
  const queryKey = ['patron-part', patronId, 'choices', branchId];
  const path = { patronId };
  const { data, error, refetch } = useQuery({
    queryKey,
    queryFn: () => take(api.GET('/v1/notices/patrons/{patronId}/choices', { params: { path, query: { branchId } } })),
  });
  if (error) return <FailedNotice thrown={error} again={() => void refetch()} />;
  if (!data) return <Waiting rows={2} height={44} />;
  return (
    <ChoicesForm
      saved={data}
      queryKey={queryKey}
      send={(body) =>
        take(api.PUT('/v1/notices/patrons/{patronId}/choices', { params: { path }, body: { branchId, ...body } }))
      }
    />
  );
};
