import { Button } from '@mantine/core';
import { useInfiniteQuery, useMutation, useQueryClient } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import { api, keyed, take } from '../../../api/client.ts';
import type { Answered } from '../../../api/current-user.ts';
import { useKey } from '../../../api/use-key.ts';
import type { Column } from '../../../components/data-columns.ts';
import { DataTable } from '../../../components/data-table.tsx';
import { lazyComponent } from '../../../components/lazy-page.ts';
import { ShowMore } from '../../../components/show-more.tsx';
import { FailedNotice } from '../../../components/states.tsx';
import { toast } from '../../../components/toasts.tsx';
import { useFormat } from '../../../i18n/format.ts';
import { useTranslate } from '../../../i18n/translate.ts';
import { AlikeFacts, type AlikePatron } from '../shared/alike-facts.tsx';
import { PatronsFrame } from '../shared/patrons-frame.tsx';

const PairDialog = lazyComponent(() => import('./pair-dialog.tsx'), 'PairDialog');

type Pair = Answered<'patrons-list-duplicates'>['pairs'][number];

const PatronLink = ({ patron }: { patron: AlikePatron }) => (
  <Link to="/patrons/$patronId" params={{ patronId: patron.patronId }}>
    <AlikeFacts patron={patron} />
  </Link>
);

const Duplicates = ({ branchId }: { branchId: string }) => {
  const t = useTranslate();
  const client = useQueryClient();
  const { date } = useFormat();
  const [pair, setPair] = useState<Pair>();
  const { keyFor, settle } = useKey();
  const query = useInfiniteQuery({
    queryKey: ['patron-duplicates', branchId],
    queryFn: ({ pageParam }) =>
      take(api.POST('/v1/patrons/duplicate-lists', { body: { branchId, ...(pageParam && { after: pageParam }) } })),
    initialPageParam: '',
    getNextPageParam: ({ next }) => next,
  });
  const again = () => client.invalidateQueries({ queryKey: ['patron-duplicates', branchId] });
  const distinct = useMutation({
    mutationFn: ({ one: { patronId }, other: { patronId: otherId } }: Pair) => {
      const body = { branchId, otherId };
      const key = keyed(keyFor(body));
      return take(api.POST('/v1/patrons/{patronId}/distinctions', { params: { path: { patronId } }, body, ...key }));
    },
    onSuccess: again,
    onSettled: (_, thrown) => settle(thrown),
  });
  const columns: Column<Pair>[] = [
    { key: 'one', head: t('patron-lists.one'), cell: ({ one }) => <PatronLink patron={one} /> },
    { key: 'other', head: t('patron-lists.other'), cell: ({ other }) => <PatronLink patron={other} /> },
    { key: 'since', head: t('patron-lists.since'), sort: ({ since }) => since, cell: ({ since }) => date(since) },
    {
      key: 'acts',
      head: t('patron.acts'),
      cell: (row) => (
        <span className="row">
          {row.one.name && row.other.name && (
            <Button size="xs" variant="default" onClick={() => setPair(row)}>
              {t('patron.compare')}
            </Button>
          )}
          <button type="button" className="text-button" onClick={() => distinct.mutate(row)}>
            {t('patron.two-people')}
          </button>
        </span>
      ),
    },
  ];
  if (query.error) return <FailedNotice thrown={query.error} again={() => void query.refetch()} />;
  return (
    <>
      <p className="quiet">{t('patron-lists.duplicates-meaning')}</p>
      {distinct.error && <FailedNotice thrown={distinct.error} />}
      <DataTable
        name={t('patrons.duplicates')}
        columns={columns}
        rows={query.data?.pages.flatMap(({ pairs }) => pairs)}
        rowKey={({ one, other }) => `${one.patronId} ${other.patronId}`}
        empty={t('patron-lists.no-duplicates')}
      />
      <ShowMore {...query} />
      {pair && (
        <PairDialog
          branchId={branchId}
          pair={[pair.one.patronId, pair.other.patronId]}
          close={() => setPair(undefined)}
          done={async () => {
            setPair(undefined);
            toast(t('patron.merged'));
            await again();
          }}
        />
      )}
    </>
  );
};

/** The pairs of patrons who may be one person: merged after a comparison, or marked as two people. */
export const DuplicatesPage = () => {
  const t = useTranslate();
  return (
    <PatronsFrame
      title={t('patrons.duplicates')}
      back="/patrons/duplicates"
      roles={['desk-supervisor']}
      actions={<Link to="/patrons">{t('patrons.title')}</Link>}
    >
      {(branchId) => <Duplicates key={branchId} branchId={branchId} />}
    </PatronsFrame>
  );
};
