import { Button, TextInput } from '@mantine/core';
import { useRouter, useRouterState } from '@tanstack/react-router';
import { type FormEvent, useEffect, useState } from 'react';
import { Panel } from '../../../components/panel.tsx';
import { FailedNotice, Waiting } from '../../../components/states.tsx';
import { useTitle } from '../../../components/use-title.ts';
import { useFormat } from '../../../i18n/format.ts';
import { useTranslate } from '../../../i18n/translate.ts';
import { Corrections } from '../shared/corrections.tsx';
import '../shared/governance.css';
import { MeetingCard } from '../shared/meeting-card.tsx';
import {
  forgetSession,
  type OwnBody,
  type OwnMeeting,
  useAskLink,
  useBeginSession,
  useEndSession,
  useOwnSeats,
  usePrintOwn,
  useSeatSession,
} from './seat-session.ts';

/** Asks for a link to the own e-mail address. */
const AskLink = () => {
  const t = useTranslate();
  const [email, setEmail] = useState('');
  const ask = useAskLink();
  const submit = (event: FormEvent): void => {
    event.preventDefault();
    ask.mutate(email.trim());
  };
  if (ask.data)
    return (
      <p className="notice" role="status">
        {t('my-seats.sent', { minutes: ask.data.validMinutes })}
      </p>
    );
  return (
    <form className="card stack" aria-label={t('my-seats.ask')} onSubmit={submit}>
      <TextInput
        type="email"
        required
        withAsterisk={false}
        autoComplete="email"
        label={t('my-seats.email')}
        value={email}
        onChange={({ currentTarget: { value } }) => setEmail(value)}
      />
      {ask.error && <FailedNotice thrown={ask.error} />}
      <Button type="submit" loading={ask.isPending}>
        {t('my-seats.ask')}
      </Button>
    </form>
  );
};

/** Signs in with a link after a click, so that a program that opens links in e-mails does not use it up. */
const UseLink = ({ link, away }: { link: string; away: () => void }) => {
  const t = useTranslate();
  const begin = useBeginSession();
  return (
    <div className="card stack">
      <Button
        loading={begin.isPending}
        onClick={() => begin.mutate(link, { onSuccess: away })}
        disabled={begin.isError}
      >
        {t('my-seats.sign-in')}
      </Button>
      {begin.error && (
        <>
          <FailedNotice thrown={begin.error} />
          <Button variant="default" onClick={away}>
            {t('my-seats.another')}
          </Button>
        </>
      )}
    </div>
  );
};

const OwnMeetingCard = ({ meeting, bodyId, session }: { meeting: OwnMeeting; bodyId: string; session: string }) => {
  const t = useTranslate();
  const print = usePrintOwn(session, bodyId, meeting.meetingId);
  return (
    <MeetingCard meeting={meeting}>
      <p>
        <Button size="sm" variant="default" loading={print.isPending} onClick={() => print.mutate()}>
          {t('my-seats.pack')}
        </Button>
      </p>
      {print.error && <FailedNotice thrown={print.error} />}
      {meeting.minutes && (
        <details>
          <summary>{t('my-seats.minutes')}</summary>
          <p className="minutes-text">{meeting.minutes.text}</p>
          <Corrections corrections={meeting.minutes.corrections} />
        </details>
      )}
    </MeetingCard>
  );
};

const OwnBodyPanel = ({ body, session }: { body: OwnBody; session: string }) => {
  const t = useTranslate();
  const { date } = useFormat();
  const { bodyId, name, purpose, seats, meetings, actions } = body;
  return (
    <Panel title={name} count={meetings.length}>
      {purpose && <p>{purpose}</p>}
      <p className="quiet">
        {seats
          .map(({ seat, isAlternate, until }) =>
            t(isAlternate ? 'my-seats.alternate' : 'my-seats.holder', { seat, until: date(until) }),
          )
          .join(' · ')}
      </p>
      {meetings.length === 0 && <p className="quiet">{t('my-seats.no-meetings')}</p>}
      <ul className="rows">
        {meetings.map((meeting) => (
          <OwnMeetingCard key={meeting.meetingId} {...{ meeting, bodyId, session }} />
        ))}
      </ul>
      {actions.length > 0 && (
        <>
          <h3>{t('my-seats.actions')}</h3>
          <ul>
            {actions.map(({ actionId, title, owner, dueOn }) => (
              <li key={actionId}>
                {title} · {t('my-seats.who', { owner, day: date(dueOn) })}
              </li>
            ))}
          </ul>
        </>
      )}
    </Panel>
  );
};

const SignedIn = ({ session }: { session: string }) => {
  const t = useTranslate();
  const { data, error } = useOwnSeats(session);
  const end = useEndSession();
  if (error)
    return (
      <div className="card stack">
        <FailedNotice thrown={error} />
        <Button variant="default" onClick={forgetSession}>
          {t('my-seats.another')}
        </Button>
      </div>
    );
  if (!data) return <Waiting rows={3} height={80} />;
  return (
    <>
      <p className="row">
        <span>{t('my-seats.hello', { name: data.name })}</span>
        <Button size="sm" variant="default" loading={end.isPending} onClick={() => end.mutate(session)}>
          {t('my-seats.sign-out')}
        </Button>
      </p>
      <p className="quiet">{t('my-seats.votes')}</p>
      {data.bodies.map((body) => (
        <OwnBodyPanel key={body.bodyId} {...{ body, session }} />
      ))}
    </>
  );
};

/** Returns the secret of a link in the fragment of an address; empty for another fragment, such as that of the skip link. */
const linkIn = (fragment: string): string => (/^[\w-]{43}$/.test(fragment) ? fragment : '');

/** Returns the secret of the link by which the page was opened, which it removes from the address at once, and forgets it with `away`. */
const useMailedLink = () => {
  const router = useRouter();
  const opened = useRouterState({ select: ({ location }) => linkIn(location.hash) });
  const [link, setLink] = useState(opened);
  useEffect(() => {
    if (opened === '') return;
    setLink(opened);
    // Others must not see the secret in the address bar, and a reload or a copy of the address must not send it anywhere.
    const { pathname, searchStr } = router.state.location;
    router.history.replace(pathname + searchStr);
  }, [opened, router]);
  return { link, away: () => setLink('') };
};

/** The page of persons who hold a seat of a body and need not be staff: they sign in by a mailed link, and read agendas and minutes. */
export const MySeatsPage = () => {
  const t = useTranslate();
  const session = useSeatSession();
  const { link, away } = useMailedLink();
  useTitle(t('my-seats.title'));
  return (
    <div className="page">
      <h1>{t('my-seats.title')}</h1>
      <p className="quiet">{t('my-seats.meaning')}</p>
      {link ? <UseLink key={link} {...{ link, away }} /> : session ? <SignedIn session={session} /> : <AskLink />}
    </div>
  );
};
