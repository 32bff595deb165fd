import { Button } from '@mantine/core';
import type { Column } from '../../../components/data-columns.ts';
import { DataTable } from '../../../components/data-table.tsx';
import { FailedNotice } from '../../../components/states.tsx';
import { useClosureDays } from '../../../components/use-closure-days.ts';
import { useFormat } from '../../../i18n/format.ts';
import { useTranslate } from '../../../i18n/translate.ts';
import { type Closing, useClosings } from './use-closing.ts';

type Given = { branchId: string; takeBack: (closing: Closing) => void; show: (closing: Closing) => void };

/** The closings of a branch of the last sixty days: `show` opens the report of one, `takeBack` takes one that is done back. */
export const NewestClosings = ({ branchId, takeBack, show }: Given) => {
  const t = useTranslate();
  const { number } = useFormat();
  const daysOf = useClosureDays();
  const { data, error, refetch } = useClosings(branchId);
  const columns: Column<Closing>[] = [
    {
      ...{ key: 'when', head: t('closings.when') },
      cell: (closing) => (
        <>
          {daysOf(closing)}
          <span className="data-second">{closing.reason}</span>
        </>
      ),
    },
    { key: 'state', head: t('closings.state'), cell: ({ state }) => t(`closings.state-${state}`) },
    { key: 'moved', head: t('closings.moved'), align: 'end', cell: ({ counts }) => number(counts.done ?? 0) },
    {
      ...{ key: 'untouched', head: t('closings.untouched'), align: 'end' as const },
      cell: ({ counts }) => number((counts.changed ?? 0) + (counts.retained ?? 0)),
    },
    {
      ...{ key: 'report', head: t('closings.report') },
      cell: (closing) =>
        (closing.state === 'done' || closing.state === 'undone') && (
          <Button size="xs" variant="default" onClick={() => show(closing)}>
            {t('closings.report')}
          </Button>
        ),
    },
    {
      ...{ key: 'back', head: t('closings.back') },
      cell: (closing) =>
        closing.state === 'done' && (
          <Button size="xs" variant="default" onClick={() => takeBack(closing)}>
            {t('closings.back')}
          </Button>
        ),
    },
  ];
  if (error) return <FailedNotice thrown={error} again={() => void refetch()} />;
  return (
    <DataTable<Closing>
      name={t('closings.newest')}
      columns={columns}
      rows={data?.closings}
      rowKey={({ closingId }) => closingId}
      empty={t('closings.none')}
    />
  );
};
