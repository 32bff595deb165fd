import { Button, NativeSelect } from '@mantine/core';
import { useState } from 'react';
import { useDirectory } from '../../../api/directory.ts';
import { DataTable } from '../../../components/data-table.tsx';
import { Panel } from '../../../components/panel.tsx';
import { FailedNotice } from '../../../components/states.tsx';
import { useFormat } from '../../../i18n/format.ts';
import { useTextOf, useTranslate } from '../../../i18n/translate.ts';
import { useRouteText } from './route-text.ts';
import { type CourierView, useMoveTote } from './use-courier.ts';

type Props = { branchId: string; courier: CourierView; open: (toteId: string) => void };

/** The sheet of the courier: what leaves this branch, by destination, for all days or one day of the week. */
export const GoingOut = ({ branchId, courier: { going, totes }, open }: Props) => {
  const t = useTranslate();
  const textOf = useTextOf();
  const { weekday, date } = useFormat();
  const { branchName } = useDirectory();
  const routeText = useRouteText();
  const [day, setDay] = useState('');
  const move = useMoveTote(branchId);
  const days = [...new Set(going.flatMap((one) => one.days))].toSorted((one, other) => one - other);
  const shown = going.filter((one) => day === '' || one.days.length === 0 || one.days.includes(Number(day)));
  const packed = new Set(totes.flatMap(({ items }) => items.map(({ itemId }) => itemId)));
  const rows = shown.flatMap((one) => one.items.map((item) => ({ ...item, group: routeText(one) })));
  return (
    <Panel
      title={t('courier.going')}
      count={rows.length}
      action={
        days.length > 0 && (
          <NativeSelect
            size="xs"
            aria-label={t('courier.day')}
            value={day}
            onChange={(event) => setDay(event.currentTarget.value)}
            data={[
              { value: '', label: t('courier.every-day') },
              ...days.map((one) => ({ value: String(one), label: weekday(one) })),
            ]}
          />
        )
      }
      flush
    >
      <p className="row courier-new">
        {shown.map(({ to }) => (
          <Button
            key={to}
            size="xs"
            variant="default"
            loading={move.isPending}
            onClick={() => move.mutate({ act: 'open', to }, { onSuccess: ({ toteId }) => open(toteId) })}
          >
            {t('courier.open-tote', { branch: branchName(to) })}
          </Button>
        ))}
      </p>
      {move.error && <FailedNotice thrown={move.error} />}
      <DataTable
        name={t('courier.going')}
        rows={rows}
        rowKey={({ itemId }) => itemId}
        group={({ group }) => group}
        empty={t('courier.none-going')}
        file={`courier-${branchId}`}
        columns={[
          {
            ...{ key: 'title', head: t('holds.title-of-copy') },
            cell: (row) => (
              <>
                <span className="tick" aria-hidden="true" />
                {row.title ?? row.barcode}
              </>
            ),
            text: (row) => row.title ?? '',
          },
          {
            ...{ key: 'barcode', head: t('holds.barcode') },
            cell: ({ barcode }) => <span className="barcode">{barcode}</span>,
            text: ({ barcode }) => barcode,
          },
          {
            ...{ key: 'why', head: t('courier.why') },
            cell: ({ purpose }) => textOf('transit', purpose ?? 'home'),
            text: ({ purpose }) => textOf('transit', purpose ?? 'home'),
          },
          {
            ...{ key: 'since', head: t('holds.since') },
            cell: ({ since }) => (since === undefined ? '' : date(since)),
            text: ({ since = '' }) => since,
          },
          {
            ...{ key: 'tote', head: t('courier.in-tote') },
            cell: ({ itemId }) => (packed.has(itemId) ? t('courier.packed') : t('courier.not-packed')),
            text: ({ itemId }) => (packed.has(itemId) ? t('courier.packed') : ''),
          },
        ]}
      />
    </Panel>
  );
};
