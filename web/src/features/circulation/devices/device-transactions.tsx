import { Button } from '@mantine/core';
import { useInfiniteQuery, useMutation, useQueryClient } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { api, take } from '../../../api/client.ts';
import type { Answered } from '../../../api/current-user.ts';
import { Badge } from '../../../components/badge.tsx';
import type { Column } from '../../../components/data-columns.ts';
import { DataTable } from '../../../components/data-table.tsx';
import { ShowMore } from '../../../components/show-more.tsx';
import { staffId } from '../../../components/staff-name.ts';
import { FailedNotice } from '../../../components/states.tsx';
import { useFormat } from '../../../i18n/format.ts';
import { type MessageKey, useTextOf, useTranslate } from '../../../i18n/translate.ts';

export type DeviceList = 'open' | 'handled';
type Transaction = Answered<'circulation-list-device-transactions'>['transactions'][number];

const stepOf = ({ state, kind, patronId }: Transaction): MessageKey => {
  if (state === 'waiting' || state === 'unreadable' || state === 'conflicts') return `device-do.${state}`;
  return kind === 'check-out' && patronId === undefined ? 'device-do.check-out-nobody' : `device-do.${kind}`;
};

const tones = { waiting: 'warn', refused: 'bad', unreadable: 'bad', 'due-differs': 'warn', conflicts: 'warn' } as const;

const What = ({ row: { kind, state, device, paid, reference } }: { row: Transaction }) => {
  const t = useTranslate();
  const { money } = useFormat();
  return (
    <>
      <strong>{t(`device-kind.${kind}`)}</strong> <Badge tone={tones[state]}>{t(`device-state.${state}`)}</Badge>
      {paid && (
        <p>
          {money(paid.amount, paid.currency)} {reference && t('devices.reference', { reference })}
        </p>
      )}
      <p className="quiet">{device}</p>
    </>
  );
};

/** The reason of a transaction, and what staff do about it. */
const Why = ({ row }: { row: Transaction }) => {
  const t = useTranslate();
  const textOf = useTextOf();
  const { date } = useFormat();
  const { state, codes, promised, due } = row;
  return (
    <>
      {codes.map((code) => (
        <p key={code}>{textOf('device-reason', code, t('devices.other-reason', { code }))}</p>
      ))}
      <p className="quiet">
        {state === 'due-differs' && promised && due
          ? t('device-do.due-differs', { promised: date(promised), due: date(due) })
          : t(stepOf(row))}
      </p>
    </>
  );
};

const Patron = ({ row: { kind, patronId } }: { row: Transaction }) => {
  const t = useTranslate();
  if (patronId !== undefined)
    return (
      <Link to="/patrons/$patronId" params={{ patronId }}>
        {t('devices.open-patron')}
      </Link>
    );
  return kind === 'check-out' ? t('devices.no-patron') : '–';
};

const useTransactions = (branchId: string, list: DeviceList) =>
  useInfiniteQuery({
    queryKey: ['device-transactions', branchId, list],
    queryFn: ({ pageParam }) => {
      const query = { list, limit: 50, ...(pageParam && { after: pageParam }) };
      const params = { path: { branchId }, query };
      return take(api.GET('/v1/circulation/branches/{branchId}/device-transactions', { params }));
    },
    initialPageParam: '',
    getNextPageParam: ({ next }) => next,
  });

const useHandle = (branchId: string) => {
  const client = useQueryClient();
  return useMutation({
    mutationFn: (transactionId: string) => {
      const params = { path: { branchId, transactionId } };
      const path = '/v1/circulation/branches/{branchId}/device-transactions/{transactionId}/handled';
      return take(api.PUT(path, { params }));
    },
    onSuccess: () => client.invalidateQueries({ queryKey: ['device-transactions', branchId] }),
  });
};

const useColumns = (handle: ReturnType<typeof useHandle>): Column<Transaction>[] => {
  const t = useTranslate();
  const { time } = useFormat();
  const timeOf = ({ madeAt, reportedAt }: Transaction) => madeAt ?? reportedAt;
  return [
    { key: 'time', head: t('devices.time'), cell: (row) => time(timeOf(row)), sort: timeOf },
    { key: 'what', head: t('devices.what'), cell: (row) => <What row={row} /> },
    {
      key: 'item',
      head: t('devices.item'),
      cell: ({ item }) =>
        item && (
          <Link to="/copy" search={{ barcode: item }} className="barcode">
            {item}
          </Link>
        ),
    },
    { key: 'patron', head: t('devices.patron'), cell: (row) => <Patron row={row} /> },
    { key: 'why', head: t('devices.why'), cell: (row) => <Why row={row} /> },
    {
      key: 'acts',
      head: t('devices.acts'),
      cell: ({ transactionId, handled }) =>
        handled ? (
          t('devices.handled-by', { by: staffId(handled.by), time: time(handled.at) })
        ) : (
          <Button size="xs" variant="default" onClick={() => handle.mutate(transactionId)}>
            {t('devices.handle')}
          </Button>
        ),
    },
  ];
};

/** The table of the transactions of a branch's devices that wait for staff, or were handled. */
export const DeviceTransactions = ({ branchId, list }: { branchId: string; list: DeviceList }) => {
  const t = useTranslate();
  const query = useTransactions(branchId, list);
  const handle = useHandle(branchId);
  const columns = useColumns(handle);
  if (query.error) return <FailedNotice thrown={query.error} again={() => void query.refetch()} />;
  return (
    <>
      {handle.error && <FailedNotice thrown={handle.error} />}
      <DataTable
        name={t('devices.title')}
        columns={columns}
        rows={query.data?.pages.flatMap(({ transactions }) => transactions)}
        rowKey={({ transactionId }) => transactionId}
        empty={t(`devices.none-${list}`)}
      />
      <ShowMore {...query} />
    </>
  );
};
