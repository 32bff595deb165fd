import { NativeSelect } from '@mantine/core';
import { useInfiniteQuery } from '@tanstack/react-query';
import { Link, useNavigate } from '@tanstack/react-router';
import { useState } from 'react';
import { api, take } from '../../../api/client.ts';
import type { Answered } from '../../../api/current-user.ts';
import { useDirectory } from '../../../api/directory.ts';
import { allPages } from '../../../api/use-whole-list.ts';
import type { Column } from '../../../components/data-columns.ts';
import { DataTable } from '../../../components/data-table.tsx';
import { ShowMore } from '../../../components/show-more.tsx';
import { FailedNotice } from '../../../components/states.tsx';
import { useFormat } from '../../../i18n/format.ts';
import { useTranslate } from '../../../i18n/translate.ts';
import { cardTail } from '../shared/patron-name.ts';
import { PatronsFrame } from '../shared/patrons-frame.tsx';
import { usePatronColumns } from '../shared/use-patron-columns.tsx';
import { RenewCard } from './renew-card.tsx';

type Card = Answered<'patrons-list-expiring-cards'>['cards'][number];
const spans = [7, 30, 90, 180];

const Expiring = ({ branchId }: { branchId: string }) => {
  const t = useTranslate();
  const navigate = useNavigate();
  const { date } = useFormat();
  const { branchName } = useDirectory();
  const [days, setDays] = useState(30);
  const query = useInfiniteQuery({
    queryKey: ['expiring-cards', branchId, days],
    queryFn: ({ pageParam }) =>
      take(
        api.GET('/v1/patrons/branches/{branchId}/expiring-cards', {
          params: { path: { branchId }, query: { of: 'member', days, ...(pageParam && { after: pageParam }) } },
        }),
      ),
    initialPageParam: '',
    getNextPageParam: ({ next }) => next,
  });
  const shared = usePatronColumns();
  const columns: Column<Card>[] = [
    shared.name,
    { key: 'card', head: t('patrons.card'), cell: ({ card }) => <bdi className="barcode">{cardTail(card)}</bdi> },
    shared.category,
    shared.home,
    {
      key: 'until',
      head: t('patron-lists.last-day'),
      sort: ({ expiresOn }) => expiresOn,
      cell: ({ expiresOn }) => date(expiresOn),
    },
    { key: 'acts', head: t('patron.acts'), cell: (card) => <RenewCard card={card} branchId={branchId} /> },
  ];
  if (query.error) return <FailedNotice thrown={query.error} again={() => void query.refetch()} />;
  return (
    <>
      <div className="row">
        <NativeSelect
          label={t('patron-lists.within')}
          value={String(days)}
          data={spans.map((span) => ({ value: String(span), label: t('patron-lists.days', { days: span }) }))}
          onChange={({ currentTarget: { value } }) => setDays(Number(value))}
        />
      </div>
      <DataTable
        name={t('patrons.expiring')}
        columns={columns}
        rows={query.data?.pages.flatMap(({ cards }) => cards)}
        rowKey={({ patronId }) => patronId}
        open={({ patronId }) => void navigate({ to: '/patrons/$patronId', params: { patronId } })}
        group={({ homeBranch }) => branchName(homeBranch)}
        empty={t('patron-lists.no-expiring')}
        file="expiring-cards"
        whole={async () => (await allPages(query)).flatMap(({ cards }) => cards)}
      />
      <ShowMore {...query} />
    </>
  );
};

/** The cards of the library's patrons that expire in the coming days, each renewed by one click. */
export const ExpiringPage = () => {
  const t = useTranslate();
  return (
    <PatronsFrame
      title={t('patrons.expiring')}
      back="/patrons/expiring"
      actions={<Link to="/patrons">{t('patrons.title')}</Link>}
    >
      {(branchId) => <Expiring key={branchId} branchId={branchId} />}
    </PatronsFrame>
  );
};
