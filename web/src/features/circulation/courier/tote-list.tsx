import { Button } from '@mantine/core';
import { useDirectory } from '../../../api/directory.ts';
import { Badge } from '../../../components/badge.tsx';
import { DataTable } from '../../../components/data-table.tsx';
import { Panel } from '../../../components/panel.tsx';
import { useFormat } from '../../../i18n/format.ts';
import { useTextOf, useTranslate } from '../../../i18n/translate.ts';
import type { Tote } from './use-courier.ts';

type Props = { branchId: string; totes: readonly Tote[]; open: (toteId: string) => void };

/** The totes of a branch that have not been received: those it packs and has sent, and those that come. */
export const ToteList = ({ branchId, totes, open }: Props) => {
  const t = useTranslate();
  const textOf = useTextOf();
  const { branchName } = useDirectory();
  const { date } = useFormat();
  return (
    <Panel title={t('courier.totes')} count={totes.length} flush>
      <DataTable
        name={t('courier.totes')}
        rows={totes}
        rowKey={({ toteId }) => toteId}
        empty={t('courier.no-totes')}
        columns={[
          {
            ...{ key: 'way', head: t('courier.way') },
            cell: (tote) =>
              tote.to === branchId
                ? t('courier.from', { branch: branchName(tote.from) })
                : t('courier.to', { branch: branchName(tote.to) }),
          },
          {
            ...{ key: 'items', head: t('courier.items'), align: 'end' },
            cell: ({ items }) => items.length,
          },
          {
            ...{ key: 'state', head: t('courier.state') },
            cell: ({ state, sentAt, openedAt }) => (
              <>
                <Badge tone={state === 'sent' ? 'info' : 'none'}>{textOf('tote-state', state)}</Badge>
                <span className="data-second">{date(sentAt ?? openedAt)}</span>
              </>
            ),
          },
          {
            ...{ key: 'act', head: t('courier.next') },
            cell: ({ toteId, from, state }) => (
              <Button size="xs" variant="default" onClick={() => open(toteId)}>
                {t(from !== branchId ? 'courier.receive' : state === 'packing' ? 'courier.pack' : 'courier.label')}
              </Button>
            ),
          },
        ]}
      />
    </Panel>
  );
};
