import { Button } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { api, take } from '../../api/client.ts';
import { Badge } from '../../parts/badge.tsx';
import { useDirectory } from '../../parts/directory.ts';
import { FailedNotice } from '../../parts/states.tsx';
import { useFormat } from '../../words/format.ts';
import { useSay } from '../../words/words.tsx';

/** Has every statement of a closed month read and hashed anew, and says whether all is as it was sealed. */
export const Verify = ({ month }: { month: string }) => {
  const say = useSay();
  const { month: monthName } = useFormat();
  const { memberName } = useDirectory();
  const verify = useMutation({
    mutationFn: () =>
      take(api.GET('/v1/finance/periods/{month}', { params: { path: { month }, query: { verify: 'true' } } })),
  });
  const broken = verify.data?.broken;
  return (
    <>
      <p>
        <Button size="sm" variant="default" loading={verify.isPending} onClick={() => verify.mutate()}>
          {say('periods.verify', { month: monthName(month) })}
        </Button>
      </p>
      <div role="status">
        {verify.data?.verified && (
          <Badge tone="good" icon="yes">
            {say('periods.verified')}
          </Badge>
        )}
        {broken && (
          <Badge tone="bad" icon="warn">
            {say(`periods.broken-${broken.what}`, {
              ...{ month: monthName(broken.month), member: broken.memberId ? memberName(broken.memberId) : '' },
            })}
          </Badge>
        )}
      </div>
      {verify.error && <FailedNotice thrown={verify.error} />}
    </>
  );
};
