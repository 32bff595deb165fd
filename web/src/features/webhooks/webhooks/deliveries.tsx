import { Button } from '@mantine/core';
import { Badge, type Tone } from '../../../components/badge.tsx';
import type { Column } from '../../../components/data-columns.ts';
import { DataTable } from '../../../components/data-table.tsx';
import { ShowMore } from '../../../components/show-more.tsx';
import { FailedNotice } from '../../../components/states.tsx';
import { useFormat } from '../../../i18n/format.ts';
import { useTextOf, useTranslate } from '../../../i18n/translate.ts';
import { type Delivery, useDeliveries, useSend, type Webhook } from './use-webhooks.ts';

const tones: Record<Delivery['state'], Tone> = {
  ...{ 'to-send': 'info', delivered: 'good' },
  ...{ failed: 'bad', 'not-sent': 'warn' },
};

/** The deliveries of a webhook, the newest first; each can be sent again. */
export const Deliveries = ({ webhook }: { webhook: Webhook }) => {
  const t = useTranslate();
  const textOf = useTextOf();
  const { time } = useFormat();
  const { data, error, refetch, ...paged } = useDeliveries(webhook);
  const send = useSend(webhook);
  const rows = data?.pages.flatMap(({ deliveries }) => deliveries);
  const columns: Column<Delivery>[] = [
    { key: 'at', head: t('webhooks.at'), cell: ({ at }) => time(at), sort: ({ at }) => at },
    {
      ...{ key: 'fact', head: t('webhooks.fact'), sort: ({ fact }: Delivery) => fact },
      cell: ({ fact }) => textOf('webhook-fact', fact),
    },
    {
      ...{ key: 'state', head: t('webhooks.state'), sort: ({ state }: Delivery) => state },
      cell: ({ state }) => <Badge tone={tones[state]}>{textOf('webhook-delivery', state)}</Badge>,
    },
    { key: 'tries', head: t('webhooks.tries'), align: 'end', cell: ({ tries }) => tries, sort: ({ tries }) => tries },
    {
      ...{ key: 'answer', head: t('webhooks.answer'), text: ({ answer }: Delivery) => answer ?? '' },
      cell: ({ status, milliseconds, answer }) => (
        <>
          {[status, milliseconds !== undefined && `${milliseconds} ms`].filter(Boolean).join(' · ')}
          {answer !== undefined && <div className="quiet">{answer}</div>}
        </>
      ),
    },
    {
      ...{ key: 'replay', head: t('webhooks.again') },
      cell: ({ eventId, at, state }) =>
        state !== 'to-send' &&
        !webhook.paused && (
          <Button
            size="xs"
            variant="default"
            aria-label={t('webhooks.again-one', { time: time(at) })}
            onClick={() => send.mutate({ send: 'delivery', eventId, at })}
          >
            {t('webhooks.again')}
          </Button>
        ),
    },
  ];
  if (error) return <FailedNotice thrown={error} again={() => void refetch()} />;
  return (
    <>
      <DataTable<Delivery>
        name={t('webhooks.deliveries-of', { name: webhook.name })}
        columns={columns}
        rows={rows}
        rowKey={({ at, eventId }) => `${at} ${eventId}`}
        empty={t('webhooks.no-deliveries')}
      />
      <div className="row">
        <Button size="sm" variant="subtle" onClick={() => void refetch()}>
          {t('webhooks.refresh')}
        </Button>
        {send.data && <span role="status">{t('webhooks.asked')}</span>}
      </div>
      {send.error && <FailedNotice thrown={send.error} />}
      <ShowMore {...paged} />
    </>
  );
};
