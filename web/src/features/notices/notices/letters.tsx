import { Button } from '@mantine/core';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { api, take } from '../../../api/client.ts';
import type { Column } from '../../../components/data-columns.ts';
import { DataTable } from '../../../components/data-table.tsx';
import { openFile } from '../../../components/open-file.ts';
import { Empty, FailedNotice, Waiting } from '../../../components/states.tsx';
import { useFormat } from '../../../i18n/format.ts';
import { useTextOf, useTranslate } from '../../../i18n/translate.ts';

type Own = { memberId: string };

const pathOf = ({ memberId }: Own) => ({ params: { path: { memberId } } });

const useBatches = ({ memberId }: Own) =>
  useQuery({
    queryKey: ['letter-batches', memberId],
    queryFn: () => take(api.GET('/v1/notices/members/{memberId}/letter-batches', pathOf({ memberId }))),
  });

const Pile = ({ memberId }: Own) => {
  const t = useTranslate();
  const textOf = useTextOf();
  const { date } = useFormat();
  const client = useQueryClient();
  const { data, error, refetch } = useQuery({
    queryKey: ['letters', memberId],
    queryFn: () => take(api.GET('/v1/notices/members/{memberId}/letters', pathOf({ memberId }))),
  });
  const make = useMutation({
    mutationFn: () => take(api.POST('/v1/notices/members/{memberId}/letter-batches', pathOf({ memberId }))),
    onSettled: () =>
      Promise.all([
        client.invalidateQueries({ queryKey: ['letters', memberId] }),
        client.invalidateQueries({ queryKey: ['letter-batches', memberId] }),
      ]),
  });
  if (error) return <FailedNotice thrown={error} again={() => void refetch()} />;
  if (!data) return <Waiting rows={2} height={48} />;
  return (
    <section className="card" aria-labelledby="pile">
      <h2 id="pile">{t('letters.waiting')}</h2>
      {data.waiting.length === 0 && <Empty title={t('letters.none')} />}
      <ul className="plain-rows">
        {data.waiting.map(({ noticeId, kind, at }) => (
          <li key={noticeId}>
            {textOf('notice-kind', kind)} · {date(at)}
          </li>
        ))}
      </ul>
      {data.waiting.length > 0 && (
        <div>
          <Button size="sm" loading={make.isPending} onClick={() => make.mutate()}>
            {t('letters.make')}
          </Button>
        </div>
      )}
      {make.error && <FailedNotice thrown={make.error} />}
      {make.data && (
        <p role="status" className="good">
          {t('letters.made', { count: make.data.batch.letters })} {make.data.left && t('letters.left')}
        </p>
      )}
    </section>
  );
};

const Batches = ({ memberId }: Own) => {
  const t = useTranslate();
  const { time } = useFormat();
  const client = useQueryClient();
  const { data, error, refetch } = useBatches({ memberId });
  const print = useMutation({
    mutationFn: (batchId: string) =>
      take(
        api.POST('/v1/notices/members/{memberId}/letter-batches/{batchId}/prints', {
          params: { path: { memberId, batchId } },
        }),
      ),
    onSuccess: ({ url }) => {
      openFile(url);
      return client.invalidateQueries({ queryKey: ['letter-batches', memberId] });
    },
  });
  if (error) return <FailedNotice thrown={error} again={() => void refetch()} />;
  if (!data) return <Waiting rows={2} height={48} />;
  if (data.batches.length === 0) return null;
  const columns: Column<(typeof data.batches)[number]>[] = [
    { key: 'made', head: t('letters.made-at'), cell: ({ madeAt }) => time(madeAt) },
    { key: 'count', head: t('letters.count'), cell: ({ letters }) => letters },
    {
      ...{ key: 'printed', head: t('letters.printed') },
      cell: ({ printedAt }) => (printedAt ? time(printedAt) : t('letters.not-yet')),
    },
    {
      ...{ key: 'file', head: t('letters.file') },
      cell: ({ batchId, madeAt }) => (
        <Button
          size="xs"
          variant="default"
          loading={print.isPending && print.variables === batchId}
          aria-label={t('letters.print-one', { time: time(madeAt) })}
          onClick={() => print.mutate(batchId)}
        >
          {t('letters.print')}
        </Button>
      ),
    },
  ];
  return (
    <>
      <DataTable
        name={t('letters.batches')}
        columns={columns}
        rows={data.batches}
        rowKey={({ batchId }) => batchId}
        empty={null}
      />
      {print.error && <FailedNotice thrown={print.error} />}
    </>
  );
};

/** The letters to print at a library, and the batches already made. */
export const Letters = ({ memberId }: Own) => (
  <>
    <Pile memberId={memberId} />
    <Batches memberId={memberId} />
  </>
);
