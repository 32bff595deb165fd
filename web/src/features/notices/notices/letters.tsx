import { Button } from '@mantine/core';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { api, take } from '../../../api/client.ts';
import { openFile } from '../../../components/open-file.ts';
import { ScrollTable } from '../../../components/scroll-table.tsx';
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
  return (
    <>
      <ScrollTable name={t('letters.batches')}>
        <thead>
          <tr>
            <th scope="col">{t('letters.made-at')}</th>
            <th scope="col">{t('letters.count')}</th>
            <th scope="col">{t('letters.printed')}</th>
            <th scope="col">{t('letters.file')}</th>
          </tr>
        </thead>
        <tbody>
          {data.batches.map(({ batchId, madeAt, letters, printedAt }) => (
            <tr key={batchId}>
              <th scope="row">{time(madeAt)}</th>
              <td>{letters}</td>
              <td>{printedAt ? time(printedAt) : t('letters.not-yet')}</td>
              <td>
                <Button
                  size="xs"
                  variant="default"
                  loading={print.isPending && print.variables === batchId}
                  aria-label={t('letters.print-one', { time: time(madeAt) })}
                  onClick={() => print.mutate(batchId)}
                >
                  {t('letters.print')}
                </Button>
              </td>
            </tr>
          ))}
        </tbody>
      </ScrollTable>
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
