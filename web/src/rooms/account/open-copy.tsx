import { Button } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { api, keyed, newKey, take } from '../../api/client.ts';
import { FailedNotice } from '../../parts/states.tsx';
import { useFormat } from '../../words/format.ts';
import { useSay } from '../../words/words.tsx';

/** A copy that came for the patron: opened by a click, as each opening counts; what the law says of it stands beside. */
export const OpenCopy = ({ documentId, title }: { documentId: string; title: string }) => {
  const say = useSay();
  const { date } = useFormat();
  const open = useMutation({
    mutationFn: () =>
      take(
        api.POST('/v1/resource-sharing/my/copies/{documentId}/openings', {
          params: { path: { documentId } },
          ...keyed(newKey()),
        }),
      ),
    onSuccess: ({ url }) => {
      window.open(url, '_blank', 'noopener');
    },
  });
  const { until, openingsLeft, copyright } = open.data ?? {};
  return (
    <>
      <p>
        <Button
          size="sm"
          aria-label={say('copy.open-one', { title })}
          loading={open.isPending}
          onClick={() => open.mutate()}
        >
          {say('copy.open')}
        </Button>
      </p>
      {open.data && (
        <p role="status" className="quiet">
          {openingsLeft !== undefined && say('copy.left', { count: openingsLeft })}{' '}
          {until && say('copy.until', { date: date(until) })} {copyright}
        </p>
      )}
      {open.error && <FailedNotice thrown={open.error} />}
    </>
  );
};
