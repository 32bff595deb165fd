import { useState } from 'react';
import { Badge } from '../../../components/badge.tsx';
import type { Column } from '../../../components/data-columns.ts';
import { DataTable } from '../../../components/data-table.tsx';
import { Panel } from '../../../components/panel.tsx';
import { FailedNotice } from '../../../components/states.tsx';
import { useTextOf, useTranslate } from '../../../i18n/translate.ts';
import { OneWebhook } from './one-webhook.tsx';
import { useWebhooks, type Webhook } from './use-webhooks.ts';

const stateOf = ({ paused, failingSince }: Webhook) => {
  if (paused) return { key: `paused-${paused.because}`, tone: 'warn' as const };
  return failingSince === undefined
    ? { key: 'active', tone: 'good' as const }
    : { key: 'failing', tone: 'bad' as const };
};

/** Names the webhooks that were paused for their failures, and those that fail at present; nothing when all is well. */
const Faults = ({ webhooks }: { webhooks: readonly Webhook[] }) => {
  const t = useTranslate();
  const stopped = webhooks.filter(({ paused }) => paused && paused.because !== 'staff');
  const failing = webhooks.filter(({ paused, failingSince }) => !paused && failingSince !== undefined);
  const about = (of: readonly Webhook[]) => ({ count: of.length, names: of.map(({ name }) => name).join(', ') });
  return (
    <>
      {stopped.length > 0 && <p className="notice notice-bad">{t('webhooks.stopped', about(stopped))}</p>}
      {failing.length > 0 && <p className="notice notice-warn">{t('webhooks.fails', about(failing))}</p>}
    </>
  );
};

/** The webhooks of a library or of the consortium, and the one that is open. */
export const WebhookTable = ({ owner }: { owner: string }) => {
  const t = useTranslate();
  const textOf = useTextOf();
  const [openId, setOpenId] = useState<string>();
  const { data, error, refetch } = useWebhooks(owner);
  const open = data?.webhooks.find(({ webhookId }) => webhookId === openId);
  const columns: Column<Webhook>[] = [
    { key: 'name', head: t('webhooks.name'), cell: ({ name }) => name, sort: ({ name }) => name },
    {
      key: 'url',
      head: t('webhooks.url'),
      cell: ({ url }) => <span className="barcode">{url}</span>,
      sort: ({ url }) => url,
    },
    {
      ...{ key: 'facts', head: t('webhooks.facts'), text: ({ facts }: Webhook) => facts.join(' ') },
      cell: ({ facts }) => facts.map((fact) => textOf('webhook-fact', fact)).join(', '),
    },
    {
      ...{ key: 'state', head: t('webhooks.state'), sort: (webhook: Webhook) => stateOf(webhook).key },
      cell: (webhook) => <Badge tone={stateOf(webhook).tone}>{textOf('webhook-state', stateOf(webhook).key)}</Badge>,
    },
  ];
  if (error) return <FailedNotice thrown={error} again={() => void refetch()} />;
  return (
    <>
      <Faults webhooks={data?.webhooks ?? []} />
      <Panel title={t('webhooks.title')} count={data?.webhooks.length} flush>
        <DataTable<Webhook>
          name={t('webhooks.title')}
          columns={columns}
          rows={data?.webhooks}
          rowKey={({ webhookId }) => webhookId}
          open={({ webhookId }) => setOpenId(webhookId)}
          current={openId}
          empty={t('webhooks.none')}
        />
      </Panel>
      {open && <OneWebhook key={open.webhookId} webhook={open} />}
    </>
  );
};
