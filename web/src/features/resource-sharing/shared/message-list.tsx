import { Button } from '@mantine/core';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { api, keyed, newKey, take } from '../../../api/client.ts';
import type { Answered } from '../../../api/current-user.ts';
import { Badge, type Tone } from '../../../components/badge.tsx';
import type { IconName } from '../../../components/icon.tsx';
import { Empty, FailedNotice } from '../../../components/states.tsx';
import { useFormat } from '../../../i18n/format.ts';
import { useSay, useSayOf } from '../../../i18n/translate.ts';
import './message-list.css';

/** A message of the correspondence with a partner. */
export type Mail = Answered<'resource-sharing-list-messages'>['messages'][number];

const tones: Record<string, [Tone, IconName]> = {
  failed: ['bad', 'warn'],
  refused: ['mark', 'warn'],
  'to-send': ['mark', 'wait'],
  'to-decide': ['mark', 'wait'],
  confirmed: ['good', 'yes'],
  applied: ['good', 'yes'],
};

const Resend = ({ mail: { requestId, messageId, at, words } }: { mail: Mail }) => {
  const say = useSay();
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
      Promise.all(['loan', 'loans', 'partner-mail'].map((name) => client.invalidateQueries({ queryKey: [name] }))),
  });
  return (
    <>
      <Button
        size="compact-sm"
        variant="default"
        aria-label={say('mail.resend-one', { words })}
        loading={resend.isPending}
        onClick={() => resend.mutate()}
      >
        {say('mail.resend')}
      </Button>
      {resend.isSuccess && (
        <span role="status" className="good">
          {say('mail.resent')}
        </span>
      )}
      {resend.error && <FailedNotice thrown={resend.error} />}
    </>
  );
};

const Row = ({ mail }: { mail: Mail }) => {
  const say = useSay();
  const sayOf = useSayOf();
  const { time } = useFormat();
  const { at, direction, state, words, error, why, mended, attempts, nextTryAt, xml } = mail;
  const [tone, icon] = tones[state] ?? ['plain', 'page'];
  return (
    <li className={`mail mail-${direction}`}>
      <p className="row">
        <span className="quiet">
          {say(direction === 'in' ? 'mail.in' : 'mail.out')} · <time dateTime={at}>{time(at)}</time>
        </span>
        <Badge tone={tone} icon={icon}>
          {sayOf('mail-state', state)}
        </Badge>
      </p>
      {/* The log keeps what was said in the API’s own English. */}
      <p lang="en">{words}</p>
      {error && (
        <p className="bad" lang="en">
          {error}
        </p>
      )}
      {why && <p className="quiet">{sayOf('mail-why', why, sayOf('problem', why, why))}</p>}
      {mended && <p className="quiet">{say('mail.mended', { elements: mended.join(', ') })}</p>}
      {(attempts ?? 0) > 1 && <p className="quiet">{say('mail.attempts', { count: attempts })}</p>}
      {nextTryAt && <p className="quiet">{say('mail.next', { time: time(nextTryAt) })}</p>}
      {state === 'failed' && (
        <div className="row">
          <Resend mail={mail} />
        </div>
      )}
      {xml && (
        <details>
          <summary>{say('mail.xml')}</summary>
          {/* biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable by keyboard (WCAG 2.1.1). */}
          <pre className="mail-xml" tabIndex={0}>
            {xml}
          </pre>
        </details>
      )}
    </li>
  );
};

/** Messages as they were sent and came, each with how far it is and, when it did not get through, the way to send it again. */
export const MailList = ({ mail }: { mail: readonly Mail[] }) => {
  const say = useSay();
  if (mail.length === 0) return <Empty title={say('mail.none')} />;
  return (
    <ol className="mails">
      {mail.map((one) => (
        <Row key={`${one.messageId} ${one.at} ${one.direction}`} mail={one} />
      ))}
    </ol>
  );
};
