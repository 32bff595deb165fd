import { Button } from '@mantine/core';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { api, keyed, newKey, take } from '../../../api/client.ts';
import type { Answered } from '../../../api/current-user.ts';
import { Badge, type Tone } from '../../../components/badge.tsx';
import type { IconName } from '../../../components/icon.tsx';
import { Empty, FailedNotice } from '../../../components/states.tsx';
import { useFormat } from '../../../i18n/format.ts';
import { useTextOf, useTranslate } from '../../../i18n/translate.ts';
import './message-list.css';

/** A message to or from a partner. */
export type PartnerMessage = Answered<'resource-sharing-list-messages'>['messages'][number];

const tones: Record<string, [Tone, IconName]> = {
  failed: ['bad', 'warn'],
  refused: ['warn', 'warn'],
  'to-send': ['warn', 'wait'],
  'to-decide': ['warn', 'wait'],
  confirmed: ['good', 'yes'],
  applied: ['good', 'yes'],
};

const Resend = ({ message: { requestId, messageId, at, summary: label } }: { message: PartnerMessage }) => {
  const t = useTranslate();
  const client = useQueryClient();
  const resend = useMutation({
    mutationFn: () =>
      take(
        api.POST('/v1/resource-sharing/requests/{requestId}/messages/resend', {
          params: { path: { requestId } },
          body: { messageId, at },
          ...keyed(newKey()),
        }),
      ),
    onSuccess: () =>
      Promise.all(['loan', 'loans', 'partner-messages'].map((name) => client.invalidateQueries({ queryKey: [name] }))),
  });
  return (
    <>
      <Button
        size="compact-sm"
        variant="default"
        aria-label={t('partner-message.resend-one', { label })}
        loading={resend.isPending}
        onClick={() => resend.mutate()}
      >
        {t('partner-message.resend')}
      </Button>
      {resend.isSuccess && (
        <span role="status" className="good">
          {t('partner-message.resent')}
        </span>
      )}
      {resend.error && <FailedNotice thrown={resend.error} />}
    </>
  );
};

const Row = ({ message }: { message: PartnerMessage }) => {
  const t = useTranslate();
  const textOf = useTextOf();
  const { time } = useFormat();
  const { at, direction, state, summary: label, error, why, mended, attempts, nextTryAt, xml } = message;
  const [tone, icon] = tones[state] ?? ['none', 'page'];
  return (
    <li className={`partner-message partner-message-${direction}`}>
      <p className="row">
        <span className="quiet">
          {t(direction === 'in' ? 'partner-message.in' : 'partner-message.out')} · <time dateTime={at}>{time(at)}</time>
        </span>
        <Badge tone={tone} icon={icon}>
          {textOf('partner-message-state', state)}
        </Badge>
      </p>
      {/* The log contains the API's own English text. */}
      <p lang="en">{label}</p>
      {error && (
        <p className="bad" lang="en">
          {error}
        </p>
      )}
      {why && <p className="quiet">{textOf('partner-message-why', why, textOf('problem', why, why))}</p>}
      {mended && <p className="quiet">{t('partner-message.mended', { elements: mended.join(', ') })}</p>}
      {(attempts ?? 0) > 1 && <p className="quiet">{t('partner-message.attempts', { count: attempts })}</p>}
      {nextTryAt && <p className="quiet">{t('partner-message.next', { time: time(nextTryAt) })}</p>}
      {state === 'failed' && (
        <div className="row">
          <Resend message={message} />
        </div>
      )}
      {xml && (
        <details>
          <summary>{t('partner-message.xml')}</summary>
          {/* biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable by keyboard (WCAG 2.1.1). */}
          <pre className="partner-message-xml" tabIndex={0}>
            {xml}
          </pre>
        </details>
      )}
    </li>
  );
};

/** Messages sent and received, each with its delivery state; failed ones can be sent again. */
export const MessageList = ({ message }: { message: readonly PartnerMessage[] }) => {
  const t = useTranslate();
  if (message.length === 0) return <Empty title={t('partner-message.none')} />;
  return (
    <ol className="partner-messages">
      {message.map((one) => (
        <Row key={`${one.messageId} ${one.at} ${one.direction}`} message={one} />
      ))}
    </ol>
  );
};
