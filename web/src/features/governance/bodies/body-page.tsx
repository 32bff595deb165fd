import { Button, TextInput } from '@mantine/core';
import { getRouteApi, Link, useNavigate } from '@tanstack/react-router';
import { type FormEvent, useState } from 'react';
import { useWho } from '../../../api/current-user.ts';
import { useDirectory } from '../../../api/directory.ts';
import { useSession } from '../../../api/session.ts';
import type { Column } from '../../../components/data-columns.ts';
import { DataTable } from '../../../components/data-table.tsx';
import { Panel } from '../../../components/panel.tsx';
import { ReasonedForm } from '../../../components/reasoned-form.tsx';
import { StaffSignIn } from '../../../components/staff-sign-in.tsx';
import { Empty, FailedNotice, PagePending, Waiting } from '../../../components/states.tsx';
import { useTitle } from '../../../components/use-title.ts';
import { useFormat } from '../../../i18n/format.ts';
import { instantAt, placeTime, usePlaceZone } from '../../../i18n/place-time.ts';
import { useTranslate } from '../../../i18n/translate.ts';
import { ActionItems } from '../meeting/action-items.tsx';
import {
  type BodyMeetings,
  type Meeting,
  type Seat,
  type ShownBody,
  termOn,
  useBody,
  useMeetingStep,
  useWriteBody,
} from '../shared/bodies.ts';
import { BodyForm } from './body-form.tsx';
import { SeatForm } from './seat-form.tsx';

const Person = ({ person }: { person: { name: string; email?: string } | undefined }) =>
  person && (
    <>
      {person.name}
      {person.email && (
        <>
          {' '}
          <a href={`mailto:${person.email}`}>{person.email}</a>
        </>
      )}
    </>
  );

const Seats = ({ body, mayWrite }: { body: ShownBody; mayWrite: boolean }) => {
  const t = useTranslate();
  const write = useWriteBody();
  const { date } = useFormat();
  const { memberName } = useDirectory();
  const { day: today } = placeTime(usePlaceZone(), new Date());
  const columns: Column<Seat>[] = [
    { key: 'seat', head: t('seats.seat'), cell: ({ name }) => name },
    {
      ...{ key: 'library', head: t('seats.library') },
      cell: ({ memberId }) => (memberId ? memberName(memberId) : t('seats.all-libraries')),
    },
    {
      ...{ key: 'holder', head: t('seats.holder') },
      cell: (seat) => {
        const term = termOn(seat, today);
        return term ? <Person person={term.holder} /> : t('seats.vacant');
      },
    },
    {
      ...{ key: 'alternate', head: t('seats.alternate') },
      cell: (seat) => <Person person={termOn(seat, today)?.alternate} />,
    },
    {
      ...{ key: 'until', head: t('seats.until') },
      cell: (seat) => {
        const term = termOn(seat, today);
        return term && date(term.to);
      },
    },
    ...(mayWrite
      ? [
          {
            ...{ key: 'remove', head: t('seats.remove') },
            cell: ({ seatId, terms, name }: Seat) =>
              terms.length === 0 && (
                <Button
                  size="xs"
                  variant="default"
                  aria-label={t('seats.remove-of', { name })}
                  loading={write.isPending}
                  onClick={() =>
                    write.mutate({ bodyId: body.bodyId, v: body.v, changes: [{ do: 'remove-seat', seatId }] })
                  }
                >
                  {t('seats.remove')}
                </Button>
              ),
          },
        ]
      : []),
  ];
  return (
    <DataTable
      name={t('seats.title')}
      columns={columns}
      rows={body.seats}
      rowKey={({ seatId }) => seatId}
      empty={<p>{t('seats.none')}</p>}
    />
  );
};

const Meetings = ({ meetings }: { meetings: readonly Meeting[] }) => {
  const t = useTranslate();
  const { time } = useFormat();
  const columns: Column<Meeting>[] = [
    {
      ...{ key: 'when', head: t('meetings.when') },
      cell: ({ bodyId, meetingId, startsAt }) => (
        <Link to="/bodies/$bodyId/$meetingId" params={{ bodyId, meetingId }}>
          {time(startsAt)}
        </Link>
      ),
    },
    { key: 'place', head: t('meetings.place'), cell: ({ place }) => place },
    { key: 'state', head: t('meetings.state'), cell: ({ state }) => t(`meeting-state.${state}`) },
    { key: 'items', head: t('meetings.items'), cell: ({ agenda }) => agenda.length },
  ];
  return (
    <DataTable
      name={t('meetings.title')}
      columns={columns}
      rows={meetings.toSorted((a, b) => (a.startsAt < b.startsAt ? 1 : -1))}
      rowKey={({ meetingId }) => meetingId}
      empty={<p>{t('meetings.none')}</p>}
    />
  );
};

/** The form that plans a meeting; its agenda is written on the page of the meeting. */
const PlanMeeting = ({ bodyId }: { bodyId: string }) => {
  const t = useTranslate();
  const navigate = useNavigate();
  const step = useMeetingStep(bodyId);
  const [entered, setEntered] = useState({ day: '', time: '10:00', place: '' });
  const submit = (event: FormEvent): void => {
    event.preventDefault();
    const startsAt = instantAt(entered.day, entered.time).toISOString();
    step.mutate(
      { step: { do: 'plan', startsAt, place: entered.place.trim(), agenda: [] } },
      {
        onSuccess: ({ meetingId }) =>
          void navigate({ to: '/bodies/$bodyId/$meetingId', params: { bodyId, meetingId } }),
      },
    );
  };
  return (
    <form className="stack" aria-label={t('meetings.plan')} onSubmit={submit}>
      {(['day', 'time', 'place'] as const).map((field) => (
        <TextInput
          key={field}
          size="sm"
          required
          type={field === 'day' ? 'date' : field === 'time' ? 'time' : 'text'}
          maxLength={300}
          label={t(`meetings.${field}`)}
          value={entered[field]}
          onChange={({ currentTarget: { value } }) => setEntered({ ...entered, [field]: value })}
        />
      ))}
      <p>
        <Button size="sm" type="submit" loading={step.isPending}>
          {t('meetings.plan')}
        </Button>
      </p>
      {step.error && <FailedNotice thrown={step.error} />}
    </form>
  );
};

/** The part of the secretary: seats, settings, and the end of the body. */
const WriteBody = ({ body }: { body: ShownBody }) => {
  const t = useTranslate();
  const write = useWriteBody();
  const [doing, setDoing] = useState<'nothing' | 'settings' | 'dissolve'>('nothing');
  const { bodyId, v } = body;
  return (
    <Panel title={t('bodies.secretary')}>
      <SeatForm key={v} body={body} />
      {doing === 'nothing' && (
        <p className="row">
          <Button size="sm" variant="default" onClick={() => setDoing('settings')}>
            {t('bodies.change')}
          </Button>
          <Button size="sm" variant="default" onClick={() => setDoing('dissolve')}>
            {t('bodies.dissolve')}
          </Button>
        </p>
      )}
      {doing === 'settings' && <BodyForm body={body} done={() => setDoing('nothing')} />}
      {doing === 'dissolve' && (
        <ReasonedForm
          act={t('bodies.dissolve')}
          meaning={t('bodies.dissolve-meaning')}
          doing={write}
          send={(reason) => write.mutate({ bodyId, v, changes: [{ do: 'dissolve', reason }] })}
          away={() => setDoing('nothing')}
        />
      )}
    </Panel>
  );
};

const Shown = ({ shown: { body, meetings, actions, mayRun } }: { shown: BodyMeetings }) => {
  const t = useTranslate();
  const { noticeDays, bylawsNoticeDays, quorum, term } = body.rules;
  const runs = mayRun && body.state === 'active';
  return (
    <>
      <p className="quiet">
        {t(`body-kind.${body.kind}`)} · {t(`body-preset.${body.preset}`)}
        {body.state === 'dissolved' && ` · ${t('bodies.dissolved')}`}
      </p>
      <p>{body.purpose}</p>
      <p>
        {t('bodies.rules', {
          ...{ notice: noticeDays, bylaws: bylawsNoticeDays, years: term.years, most: term.mostInARow },
          quorum: `${quorum.of.numerator}/${quorum.of.denominator}`,
        })}
      </p>
      <Panel title={t('meetings.title')} count={meetings.length} flush>
        <Meetings meetings={meetings} />
      </Panel>
      <ActionItems bodyId={body.bodyId} actions={actions} mayRun={mayRun} />
      <Panel title={t('seats.title')} count={body.seats.length} flush>
        <Seats body={body} mayWrite={runs} />
      </Panel>
      {runs && (
        <Panel title={t('meetings.plan')}>
          <PlanMeeting bodyId={body.bodyId} />
        </Panel>
      )}
      {runs && <WriteBody body={body} />}
    </>
  );
};

const route = getRouteApi('/bodies/$bodyId');

/** The page of a body: its meetings, action items and seats. */
export const BodyPage = () => {
  const t = useTranslate();
  const session = useSession();
  const who = useWho();
  const { bodyId } = route.useParams();
  const { data, error, refetch } = useBody(bodyId, who?.kind === 'staff');
  const title = data?.body.name ?? t('bodies.body');
  useTitle(title);
  if (session?.kind === 'staff' && !who) return <PagePending />;
  return (
    <div className="page bench">
      <p>
        <Link to="/bodies">{t('bodies.title')}</Link>
      </p>
      <h1>{title}</h1>
      {who?.kind !== 'staff' ? (
        <Empty title={t('policy.not-yours')}>
          <StaffSignIn back={`/bodies/${bodyId}`} />
        </Empty>
      ) : error ? (
        <FailedNotice thrown={error} again={() => void refetch()} />
      ) : data ? (
        <Shown shown={data} />
      ) : (
        <Waiting rows={3} height={80} />
      )}
    </div>
  );
};
