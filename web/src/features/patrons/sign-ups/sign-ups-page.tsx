import { useInfiniteQuery } from '@tanstack/react-query';
import { Link, useNavigate } from '@tanstack/react-router';
import { api, take } from '../../../api/client.ts';
import type { Answered } from '../../../api/current-user.ts';
import type { Column } from '../../../components/data-columns.ts';
import { DataTable } from '../../../components/data-table.tsx';
import { ShowMore } from '../../../components/show-more.tsx';
import { FailedNotice } from '../../../components/states.tsx';
import { useFormat } from '../../../i18n/format.ts';
import { useTranslate } from '../../../i18n/translate.ts';
import { PatronsFrame } from '../shared/patrons-frame.tsx';
import { usePatronColumns } from '../shared/use-patron-columns.tsx';

type SignUp = Answered<'patrons-list-sign-ups'>['signUps'][number];

const SignUps = ({ branchId }: { branchId: string }) => {
  const t = useTranslate();
  const navigate = useNavigate();
  const { date } = useFormat();
  const query = useInfiniteQuery({
    queryKey: ['sign-ups', branchId],
    queryFn: ({ pageParam }) =>
      take(
        api.GET('/v1/patrons/branches/{branchId}/sign-ups', {
          params: { path: { branchId }, query: pageParam ? { after: pageParam } : {} },
        }),
      ),
    initialPageParam: '',
    getNextPageParam: ({ next }) => next,
  });
  const shared = usePatronColumns();
  const columns: Column<SignUp>[] = [
    shared.name,
    shared.born,
    { key: 'card', head: t('patron-lists.temporary-card'), cell: ({ card }) => <bdi className="barcode">{card}</bdi> },
    shared.home,
    {
      key: 'since',
      head: t('patron-lists.signed-up'),
      sort: ({ registeredAt }) => registeredAt,
      cell: ({ registeredAt }) => date(registeredAt),
    },
    {
      key: 'until',
      head: t('patron-lists.verify-by'),
      sort: ({ expiresOn }) => expiresOn,
      cell: ({ expiresOn }) => date(expiresOn),
    },
  ];
  if (query.error) return <FailedNotice thrown={query.error} again={() => void query.refetch()} />;
  return (
    <>
      <p className="quiet">{t('patron-lists.sign-ups-meaning')}</p>
      <DataTable
        name={t('patrons.sign-ups')}
        columns={columns}
        rows={query.data?.pages.flatMap(({ signUps }) => signUps)}
        rowKey={({ patronId }) => patronId}
        open={({ patronId }) => void navigate({ to: '/patrons/$patronId', params: { patronId } })}
        empty={t('patron-lists.no-sign-ups')}
      />
      <ShowMore {...query} />
    </>
  );
};

/** The people who signed up online and wait for a desk to verify them. */
export const SignUpsPage = () => {
  const t = useTranslate();
  return (
    <PatronsFrame
      title={t('patrons.sign-ups')}
      back="/patrons/sign-ups"
      actions={<Link to="/patrons">{t('patrons.title')}</Link>}
    >
      {(branchId) => <SignUps key={branchId} branchId={branchId} />}
    </PatronsFrame>
  );
};
