import { Link } from '@tanstack/react-router';
import { api, take } from '../../../api/client.ts';
import type { Answered } from '../../../api/current-user.ts';
import { useWholeList } from '../../../api/use-whole-list.ts';
import type { Column } from '../../../components/data-columns.ts';
import { DataTable } from '../../../components/data-table.tsx';
import { Panel } from '../../../components/panel.tsx';
import { FailedNotice } from '../../../components/states.tsx';
import { useFormat } from '../../../i18n/format.ts';
import { useTranslate } from '../../../i18n/translate.ts';
import { sortedName } from '../../patrons/shared/patron-name.ts';

type Leaver = Answered<'teaching-list-leavers'>['leavers'][number];

const useLeavers = (memberId: string) =>
  useWholeList(['leavers', memberId], (after) =>
    take(
      api.GET('/v1/teaching/schools/{memberId}/leavers', {
        params: { path: { memberId }, query: after ? { after } : {} },
      }),
    ),
  );

/** The pupils of the last grade and those who left, with what each still has: to be settled before they go. */
export const Leavers = ({ memberId }: { memberId: string }) => {
  const t = useTranslate();
  const { date } = useFormat();
  const { data, error, refetch, hasNextPage } = useLeavers(memberId);
  const rows = data && !hasNextPage ? data.pages.flatMap(({ leavers }) => leavers) : undefined;
  const columns: Column<Leaver>[] = [
    {
      ...{ key: 'pupil', head: t('class.pupil'), sort: ({ name }: Leaver) => sortedName(name) },
      cell: ({ patronId, name }) => (
        <Link to="/patrons/$patronId" params={{ patronId }}>
          {sortedName(name)}
        </Link>
      ),
    },
    { key: 'grade', head: t('class.grade'), sort: ({ grade }) => grade, cell: ({ grade }) => grade },
    {
      ...{ key: 'left', head: t('school.left'), sort: ({ left }: Leaver) => left },
      cell: ({ left }) => (left ? date(left) : t('school.leaves')),
    },
    ...(['loans', 'holds', 'bills'] as const).map(
      (key): Column<Leaver> => ({
        ...{ key, head: t(`school.${key}`), align: 'end' },
        sort: (leaver) => leaver[key].length,
        cell: (leaver) => leaver[key].length,
      }),
    ),
  ];
  return (
    <Panel title={t('school.leavers')} count={rows?.length} flush>
      {error ? (
        <FailedNotice thrown={error} again={() => void refetch()} />
      ) : (
        <DataTable
          name={t('school.leavers')}
          columns={columns}
          rows={rows}
          rowKey={({ patronId }) => patronId}
          empty={t('school.no-leavers')}
          file={`leavers-${memberId}`}
        />
      )}
    </Panel>
  );
};
