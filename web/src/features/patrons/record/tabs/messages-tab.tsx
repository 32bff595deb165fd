import { useQuery } from '@tanstack/react-query';
import { Suspense, useState } from 'react';
import { api, take } from '../../../../api/client.ts';
import type { Answered } from '../../../../api/current-user.ts';
import type { Column } from '../../../../components/data-columns.ts';
import { DataTable } from '../../../../components/data-table.tsx';
import { lazyComponent } from '../../../../components/lazy-page.ts';
import { FailedNotice } from '../../../../components/states.tsx';
import { useFormat } from '../../../../i18n/format.ts';
import { useTextOf, useTranslate } from '../../../../i18n/translate.ts';
import { PatronNotes } from '../../../circulation/desk/patron-notes.tsx';
import type { TabProps } from '../parts.ts';
import { useReadAgain } from '../use-record.ts';

const PatronChoices = lazyComponent(() => import('./patron-choices.tsx'), 'PatronChoices');

type Notice = Answered<'notices-list-patron-notices'>['notices'][number];

const Notices = ({ patronId, branchId }: { patronId: string; branchId: string }) => {
  const t = useTranslate();
  const textOf = useTextOf();
  const { time } = useFormat();
  const { data, error, refetch } = useQuery({
    queryKey: ['patron-part', patronId, 'notices', branchId],
    queryFn: () =>
      take(api.GET('/v1/notices/patrons/{patronId}', { params: { path: { patronId }, query: { branchId } } })),
  });
  const columns: Column<Notice>[] = [
    {
      key: 'kind',
      head: t('patron.message'),
      sort: ({ kind }) => kind,
      cell: ({ kind, title }) => (
        <>
          {textOf('notice-kind', kind)}
          {title && <span className="second-line">{title}</span>}
        </>
      ),
    },
    { key: 'at', head: t('patron.when'), sort: ({ at }) => at, cell: ({ at }) => time(at) },
    { key: 'sent', head: t('patron.sent'), cell: ({ sent }) => textOf('patron-sent', sent) },
  ];
  if (error) return <FailedNotice thrown={error} again={() => void refetch()} />;
  return (
    <DataTable
      name={t('patron.messages')}
      columns={columns}
      rows={data?.notices}
      rowKey={({ noticeId }) => noticeId}
      empty={t('patron.no-messages')}
    />
  );
};

/** The notices that the patron got in the last 90 days, the notes of staff, and at home the choices of notices. */
export const MessagesTab = ({ patron, branchId }: TabProps) => {
  const t = useTranslate();
  const again = useReadAgain(patron.patronId);
  const [isOpen, setOpen] = useState(false);
  return (
    <div className="tab-body">
      <PatronNotes patron={patron} branchId={branchId} again={again} isOpen />
      {patron.at === 'home' && (
        <>
          <Notices patronId={patron.patronId} branchId={branchId} />
          <details className="patron-part" onToggle={({ currentTarget }) => setOpen(currentTarget.open)}>
            <summary>{t('patron.choices')}</summary>
            {isOpen && (
              <Suspense>
                <div className="stack">
                  <PatronChoices patronId={patron.patronId} branchId={branchId} />
                </div>
              </Suspense>
            )}
          </details>
        </>
      )}
    </div>
  );
};
