import { Button } from '@mantine/core';
import { useDirectory } from '../../../api/directory.ts';
import { Badge } from '../../../components/badge.tsx';
import { DataTable } from '../../../components/data-table.tsx';
import { Panel } from '../../../components/panel.tsx';
import { FailedNotice } from '../../../components/states.tsx';
import { useFormat } from '../../../i18n/format.ts';
import { useTextOf, useTranslate } from '../../../i18n/translate.ts';
import { type CourierView, useMoveTote } from './use-courier.ts';

type Props = { branchId: string; exceptions: CourierView['exceptions'] };

/** Lists the exceptions of a branch's totes: late totes, missing items, and unexpected items. */
export const Exceptions = ({ branchId, exceptions }: Props) => {
  const t = useTranslate();
  const textOf = useTextOf();
  const { branchName } = useDirectory();
  const { date } = useFormat();
  const move = useMoveTote(branchId);
  return (
    <Panel title={t('courier.exceptions')} count={exceptions.length} flush>
      {move.error && <FailedNotice thrown={move.error} />}
      <DataTable
        name={t('courier.exceptions')}
        rows={exceptions}
        rowKey={({ toteId, kind, barcode = '' }) => `${toteId} ${kind} ${barcode}`}
        empty={t('courier.no-exceptions')}
        columns={[
          {
            ...{ key: 'kind', head: t('courier.what') },
            cell: ({ kind }) => (
              <Badge tone={kind === 'unexpected' ? 'info' : 'warn'}>{textOf('tote-fault', kind)}</Badge>
            ),
          },
          {
            ...{ key: 'barcode', head: t('holds.barcode') },
            cell: ({ barcode }) => <span className="barcode">{barcode ?? ''}</span>,
          },
          {
            ...{ key: 'way', head: t('courier.way') },
            cell: ({ from, to }) => `${branchName(from)} → ${branchName(to)}`,
          },
          { ...{ key: 'since', head: t('holds.since') }, cell: ({ since }) => date(since) },
          {
            ...{ key: 'act', head: t('courier.next') },
            cell: ({ toteId, kind, to, barcode = '' }) =>
              to === branchId &&
              kind !== 'late' && (
                <Button
                  size="xs"
                  variant="default"
                  loading={move.isPending}
                  aria-label={t('courier.settle-one', { barcode })}
                  onClick={() => move.mutate({ act: 'settle', toteId, barcode })}
                >
                  {t('courier.settle')}
                </Button>
              ),
          },
        ]}
      />
    </Panel>
  );
};
