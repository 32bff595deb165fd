import { Button } from '@mantine/core';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { api, take } from '../../../api/client.ts';
import type { Answered } from '../../../api/current-user.ts';
import { Badge } from '../../../components/badge.tsx';
import { FailedNotice, Waiting } from '../../../components/states.tsx';
import { toast } from '../../../components/toasts.tsx';
import { useFormat } from '../../../i18n/format.ts';
import { useTextOf, useTranslate } from '../../../i18n/translate.ts';

type Session = Answered<'patrons-list-my-sessions'>['sessions'][number];

/** The browsers by their own names; another one is not named. */
const browsers: Record<Session['device']['browser'], string> = {
  ...{ chrome: 'Chrome', edge: 'Edge', firefox: 'Firefox', opera: 'Opera', safari: 'Safari' },
  ...{ samsung: 'Samsung Internet', other: '' },
};

/** Sends what ends sessions, shows that it is done, and lists again: also after a refusal, which a session gets that has ended. */
const useEnd = <T,>(send: (asked: T) => Promise<unknown>, message: string) => {
  const client = useQueryClient();
  return useMutation({
    mutationFn: send,
    onSuccess: () => toast(message),
    onSettled: () => client.invalidateQueries({ queryKey: ['sessions'] }),
  });
};

const Row = ({ session: { sessionId, current, device, signedInAt, refreshedAt } }: { session: Session }) => {
  const t = useTranslate();
  const textOf = useTextOf();
  const { time } = useFormat();
  const end = useEnd(
    () => take(api.POST('/v1/patrons/me/sessions/{sessionId}/end', { params: { path: { sessionId } } })),
    t('session.ended'),
  );
  const kind = textOf('device', device.kind);
  const browser = browsers[device.browser];
  const name = browser === '' ? kind : t('device.with', { device: kind, browser });
  const since = time(signedInAt);
  return (
    <li className="row-card">
      <div className="row-body">
        <p className="row-title">
          {name} {current && <Badge tone="good">{t('session.this')}</Badge>}
        </p>
        <p className="quiet">{t('session.times', { since, last: time(refreshedAt) })}</p>
        {end.error && <FailedNotice thrown={end.error} />}
      </div>
      {!current && (
        <Button
          variant="default"
          size="sm"
          loading={end.isPending}
          aria-label={t('session.end-one', { name, since })}
          onClick={() => end.mutate(undefined)}
        >
          {t('session.end')}
        </Button>
      )}
    </li>
  );
};

/** Where the patron is signed in: ends one session, or all others. This one ends by signing out. */
export const Sessions = () => {
  const t = useTranslate();
  const query = useQuery({ queryKey: ['sessions'], queryFn: () => take(api.GET('/v1/patrons/me/sessions')) });
  const endOthers = useEnd(() => take(api.POST('/v1/patrons/me/other-sessions/end')), t('session.others-ended'));
  if (query.error) return <FailedNotice thrown={query.error} again={() => void query.refetch()} />;
  if (!query.data) return <Waiting rows={2} height={60} />;
  const { sessions } = query.data;
  return (
    <div className="stack">
      <p className="quiet">{t('session.meaning')}</p>
      <ul className="rows">
        {sessions.map((session) => (
          <Row key={session.sessionId} session={session} />
        ))}
      </ul>
      {sessions.some(({ current }) => !current) && (
        <div>
          <Button variant="default" loading={endOthers.isPending} onClick={() => endOthers.mutate(undefined)}>
            {t('session.end-others')}
          </Button>
        </div>
      )}
      {endOthers.error && <FailedNotice thrown={endOthers.error} />}
    </div>
  );
};
