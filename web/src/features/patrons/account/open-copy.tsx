import { Button } from '@mantine/core';
import { useMutation, useQuery } from '@tanstack/react-query';
import { api, keyed, newKey, take } from '../../../api/client.ts';
import { FailedNotice } from '../../../components/states.tsx';
import { useFormat } from '../../../i18n/format.ts';
import { useTranslate } from '../../../i18n/translate.ts';

/** A copy delivered to the patron: its expiry and remaining openings, of which each click uses one, and the legal notice. */
export const OpenCopy = ({ documentId, title }: { documentId: string; title: string }) => {
  const t = useTranslate();
  const { date } = useFormat();
  const params = { path: { documentId } };
  const copy = useQuery({
    queryKey: ['my-copy', documentId],
    queryFn: () => take(api.GET('/v1/resource-sharing/my/copies/{documentId}', { params })),
    retry: false,
  });
  const open = useMutation({
    mutationFn: () =>
      take(api.POST('/v1/resource-sharing/my/copies/{documentId}/openings', { params, ...keyed(newKey()) })),
    onSuccess: ({ url }) => {
      window.open(url, '_blank', 'noopener');
    },
  });
  if (copy.error) return <FailedNotice thrown={copy.error} />;
  const { until, openingsLeft, copyright } = open.data ?? copy.data ?? {};
  return (
    <>
      <p>
        <Button
          size="sm"
          aria-label={t('copy.open-one', { title })}
          loading={open.isPending}
          disabled={openingsLeft === 0}
          onClick={() => open.mutate()}
        >
          {t('copy.open')}
        </Button>
      </p>
      {copyright && (
        <p role="status" className="quiet">
          {openingsLeft !== undefined && t(open.data ? 'copy.left' : 'copy.may-open', { count: openingsLeft })}{' '}
          {until && t('copy.open-until', { date: date(until) })} {copyright}
        </p>
      )}
      {open.error && <FailedNotice thrown={open.error} />}
    </>
  );
};
