import { Button, NativeSelect } from '@mantine/core';
import { useState } from 'react';
import { Panel } from '../../../components/panel.tsx';
import { Question } from '../../../components/question.tsx';
import { FailedNotice } from '../../../components/states.tsx';
import { useFormat } from '../../../i18n/format.ts';
import { useTranslate } from '../../../i18n/translate.ts';
import { Deliveries } from './deliveries.tsx';
import { SecretOnce } from './secret-once.tsx';
import { useEditWebhook, useRemoveWebhook, useRenewSecret, useSend, type Webhook } from './use-webhooks.ts';
import { WebhookForm } from './webhook-form.tsx';

const HOUR_MS = 3_600_000;
/** The periods of a replay in hours; the longest stays below the seven days of the API while a request is under way. */
const periods = { hour: 1, day: 24, days: 7 * 24 - 0.1 };
type Period = keyof typeof periods;

const Replay = ({ webhook }: { webhook: Webhook }) => {
  const t = useTranslate();
  const send = useSend(webhook);
  const [period, setPeriod] = useState<Period>('day');
  const since = () => new Date(Date.now() - periods[period] * HOUR_MS).toISOString();
  return (
    <div className="stack">
      <p className="row">
        <Button size="sm" variant="default" loading={send.isPending} onClick={() => send.mutate({ send: 'test' })}>
          {t('webhooks.test')}
        </Button>
      </p>
      <div className="row">
        <NativeSelect
          size="sm"
          label={t('webhooks.replay-since')}
          value={period}
          data={(Object.keys(periods) as Period[]).map((value) => ({ value, label: t(`webhooks.since-${value}`) }))}
          onChange={({ currentTarget }) => setPeriod(currentTarget.value as Period)}
        />
        <Button
          size="sm"
          variant="default"
          loading={send.isPending}
          onClick={() => send.mutate({ send: 'since', since: since() })}
        >
          {t('webhooks.replay-all')}
        </Button>
      </div>
      {send.data && <p role="status">{t('webhooks.asked')}</p>}
      {send.error && <FailedNotice thrown={send.error} />}
    </div>
  );
};

const Remove = ({ webhook }: { webhook: Webhook }) => {
  const t = useTranslate();
  const [isAsked, setIsAsked] = useState(false);
  const remove = useRemoveWebhook(webhook);
  return (
    <>
      {isAsked ? (
        <Question
          yes={t('webhooks.remove')}
          isPending={remove.isPending}
          go={() => remove.mutate()}
          away={() => setIsAsked(false)}
        >
          <p>{t('webhooks.remove-sure', { name: webhook.name })}</p>
        </Question>
      ) : (
        <p>
          <Button size="sm" variant="default" onClick={() => setIsAsked(true)}>
            {t('webhooks.remove')}
          </Button>
        </p>
      )}
      {remove.error && <FailedNotice thrown={remove.error} />}
    </>
  );
};

/** One webhook: what it got, and what is done with it. */
export const OneWebhook = ({ webhook }: { webhook: Webhook }) => {
  const t = useTranslate();
  const { time } = useFormat();
  const edit = useEditWebhook(webhook);
  const renew = useRenewSecret(webhook);
  const { name, url, facts, paused, oldSecretUntil } = webhook;
  return (
    <>
      <Panel title={t('webhooks.deliveries-of', { name })} flush>
        <Deliveries webhook={webhook} />
      </Panel>
      <Panel title={t('webhooks.acts-of', { name })}>
        <div className="stack">
          {paused && <p role="status">{t(`webhooks.paused-${paused.because}`, { time: time(paused.at) })}</p>}
          {!paused && <Replay webhook={webhook} />}
          <p className="row">
            <Button
              size="sm"
              variant="default"
              loading={edit.isPending}
              onClick={() => edit.mutate({ paused: paused === undefined })}
            >
              {t(paused ? 'webhooks.resume' : 'webhooks.pause')}
            </Button>
            <Button size="sm" variant="default" loading={renew.isPending} onClick={() => renew.mutate()}>
              {t('webhooks.renew')}
            </Button>
          </p>
          {renew.data && <SecretOnce secret={renew.data.secret} />}
          {oldSecretUntil !== undefined && (
            <p className="quiet">{t('webhooks.old-until', { time: time(oldSecretUntil) })}</p>
          )}
          {(edit.error ?? renew.error) && <FailedNotice thrown={edit.error ?? renew.error} />}
          <details>
            <summary>{t('webhooks.change')}</summary>
            <WebhookForm
              initial={{ name, url, facts }}
              act={t('webhooks.save')}
              isPending={edit.isPending}
              send={edit.mutate}
            />
          </details>
          <Remove webhook={webhook} />
        </div>
      </Panel>
    </>
  );
};
