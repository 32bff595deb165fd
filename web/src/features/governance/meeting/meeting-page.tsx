import { Button, TextInput } from '@mantine/core';
import { getRouteApi, Link } from '@tanstack/react-router';
import { type FormEvent, useState } from 'react';
import { useWho } from '../../../api/current-user.ts';
import { useSession } from '../../../api/session.ts';
import { calendarFile } from '../../../components/calendar-file.ts';
import { download } from '../../../components/download.ts';
import { Panel } from '../../../components/panel.tsx';
import { ReasonedForm } from '../../../components/reasoned-form.tsx';
import { StaffSignIn } from '../../../components/staff-sign-in.tsx';
import { Empty, FailedNotice, PagePending, Waiting } from '../../../components/states.tsx';
import { useTitle } from '../../../components/use-title.ts';
import { useFormat } from '../../../i18n/format.ts';
import { instantAt, placeTime, usePlaceZone } from '../../../i18n/place-time.ts';
import { useLanguage, useTranslate } from '../../../i18n/translate.ts';
import {
  type ShownMeeting,
  termOn,
  useAddAction,
  useMeeting,
  useMeetingStep,
  usePrintMeeting,
} from '../shared/bodies.ts';
import '../shared/governance.css';
import { ActionItems } from './action-items.tsx';
import { Agenda, AgendaForm } from './agenda.tsx';
import { AttendanceForm } from './attendance-form.tsx';
import { DecisionForm } from './decision-form.tsx';
import { MinutesPanel } from './minutes-panel.tsx';

type Given = { shown: ShownMeeting };

/** Calls a planned meeting, or cancels one that has not been held. */
const CallMeeting = ({ shown: { meeting, noticeDays } }: Given) => {
  const t = useTranslate();
  const step = useMeetingStep(meeting.bodyId);
  const [isCancelling, setCancelling] = useState(false);
  const { meetingId, v, state } = meeting;
  if (isCancelling)
    return (
      <ReasonedForm
        act={t('meeting.cancel')}
        meaning={t('meeting.cancel-meaning')}
        doing={step}
        send={(reason) => step.mutate({ meetingId, v, step: { do: 'cancel', reason } })}
        away={() => setCancelling(false)}
      />
    );
  return (
    <div className="stack">
      {state === 'planned' && <p>{t('meeting.call-meaning', { days: noticeDays })}</p>}
      <p className="row">
        {state === 'planned' && (
          <Button
            size="sm"
            loading={step.isPending}
            onClick={() => step.mutate({ meetingId, v, step: { do: 'call' } })}
          >
            {t('meeting.call')}
          </Button>
        )}
        <Button size="sm" variant="default" onClick={() => setCancelling(true)}>
          {t('meeting.cancel')}
        </Button>
      </p>
      {step.error && <FailedNotice thrown={step.error} />}
    </div>
  );
};

/** Ends a meeting at a time. */
const EndMeeting = ({ shown: { meeting } }: Given) => {
  const t = useTranslate();
  const step = useMeetingStep(meeting.bodyId);
  const zone = usePlaceZone();
  const [time, setTime] = useState(placeTime(zone, new Date()).time);
  const { meetingId, v, startsAt } = meeting;
  const submit = (event: FormEvent): void => {
    event.preventDefault();
    const { day } = placeTime(zone, new Date(startsAt));
    step.mutate({ meetingId, v, step: { do: 'end', at: instantAt(day, time).toISOString() } });
  };
  return (
    <form className="stack" aria-label={t('meeting.end')} onSubmit={submit}>
      <TextInput
        size="sm"
        required
        type="time"
        label={t('meeting.ended-at')}
        value={time}
        onChange={({ currentTarget: { value } }) => setTime(value)}
      />
      <p>
        <Button size="sm" type="submit" loading={step.isPending}>
          {t('meeting.end')}
        </Button>
      </p>
      {step.error && <FailedNotice thrown={step.error} />}
    </form>
  );
};

/** Writes an action item. */
const ActionForm = ({ shown: { meeting } }: Given) => {
  const t = useTranslate();
  const add = useAddAction(meeting.bodyId);
  const empty = { title: '', owner: '', dueOn: '' };
  const [entered, setEntered] = useState(empty);
  const submit = (event: FormEvent): void => {
    event.preventDefault();
    const { title, owner, dueOn } = entered;
    const wanted = { meetingId: meeting.meetingId, title: title.trim(), owner: owner.trim(), dueOn };
    add.mutate(wanted, { onSuccess: () => setEntered(empty) });
  };
  return (
    <form className="stack" aria-label={t('actions.write')} onSubmit={submit}>
      {(['title', 'owner', 'dueOn'] as const).map((field) => (
        <TextInput
          key={field}
          size="sm"
          required
          type={field === 'dueOn' ? 'date' : 'text'}
          maxLength={field === 'title' ? 160 : 120}
          label={field === 'title' ? t('actions.title-of') : t(`actions.${field}`)}
          value={entered[field]}
          onChange={({ currentTarget: { value } }) => setEntered({ ...entered, [field]: value })}
        />
      ))}
      <p>
        <Button size="sm" type="submit" loading={add.isPending}>
          {t('actions.write')}
        </Button>
      </p>
      {add.error && <FailedNotice thrown={add.error} />}
    </form>
  );
};

/** Who was present. */
const Present = ({ shown: { body, meeting, quorate, zone } }: Given) => {
  const t = useTranslate();
  const { time } = useFormat();
  const { day } = placeTime(zone, new Date(meeting.startsAt));
  const names = meeting.attendance.map(({ name, isAlternate }) =>
    isAlternate ? t('meeting.as-alternate', { name }) : name,
  );
  return (
    <p>
      {meeting.attendance.length === 0 ? t('meeting.nobody') : names.join(', ')} ·{' '}
      {t('meeting.seats', {
        present: new Set(meeting.attendance.map(({ seatId }) => seatId)).size,
        seats: body.seats.filter((seat) => termOn(seat, day)).length,
      })}
      {' · '}
      {quorate ? t('meeting.quorate') : t('meeting.inquorate')}
      {meeting.endedAt && ` · ${t('meeting.ended-on', { day: time(meeting.endedAt) })}`}
    </p>
  );
};

/** The files of a meeting: its pack as a PDF, and before it begins its entry for a calendar. */
const MeetingFiles = ({ shown: { body, meeting } }: Given) => {
  const t = useTranslate();
  const print = usePrintMeeting(meeting);
  const { meetingId, state, startsAt, place } = meeting;
  const isCalled = state === 'called' && new Date().toISOString() < startsAt;
  return (
    <>
      <p className="row">
        <Button size="sm" variant="default" loading={print.isPending} onClick={() => print.mutate()}>
          {t('meeting.pack')}
        </Button>
        {isCalled && (
          <Button
            size="sm"
            variant="default"
            onClick={() =>
              download(
                'meeting.ics',
                calendarFile('Meetings', [{ id: meetingId, startsAt, title: body.name, place }], new Date()),
                'text/calendar',
              )
            }
          >
            {t('meeting.calendar')}
          </Button>
        )}
      </p>
      {print.error && <FailedNotice thrown={print.error} />}
    </>
  );
};

const Shown = ({ shown }: Given) => {
  const t = useTranslate();
  const { time } = useFormat();
  const { body, meeting, actions, mayRun } = shown;
  const { state, startsAt, place, called, cancelled } = meeting;
  const isAhead = state === 'planned' || state === 'called';
  const hasBegun = new Date().toISOString() >= startsAt;
  const writesAgenda = state === 'planned' || (state === 'called' && body.preset === 'usual' && !hasBegun);
  const decides = (state === 'called' && hasBegun) || state === 'held';
  const version = `${meeting.v}`;
  return (
    <>
      <p>
        {t(`meeting-state.${state}`)} · {place}
        {called && ` · ${t('meeting.called-on', { day: time(called.at) })}`}
        {cancelled && ` · ${cancelled.reason}`}
      </p>
      <MeetingFiles shown={shown} />
      <Panel title={t('meeting.agenda')} count={meeting.agenda.length}>
        <Agenda shown={shown} />
        {mayRun && writesAgenda && <AgendaForm key={version} shown={shown} />}
      </Panel>
      {mayRun && isAhead && (
        <Panel title={t('meeting.notice')}>
          <CallMeeting shown={shown} />
        </Panel>
      )}
      {hasBegun && state !== 'planned' && state !== 'cancelled' && (
        <Panel title={t('meeting.attendance')} count={meeting.attendance.length}>
          <Present shown={shown} />
          {mayRun && state !== 'approved' && <AttendanceForm key={version} shown={shown} />}
        </Panel>
      )}
      {mayRun && decides && meeting.agenda.length > 0 && (
        <Panel title={t('meeting.decide')}>
          <DecisionForm key={version} shown={shown} />
        </Panel>
      )}
      {mayRun && state === 'called' && hasBegun && (
        <Panel title={t('meeting.end')}>
          <EndMeeting shown={shown} />
        </Panel>
      )}
      <MinutesPanel shown={shown} />
      <ActionItems bodyId={meeting.bodyId} actions={actions} mayRun={mayRun} />
      {mayRun && state !== 'planned' && state !== 'cancelled' && (
        <Panel title={t('actions.write')}>
          <ActionForm shown={shown} />
        </Panel>
      )}
    </>
  );
};

const route = getRouteApi('/bodies/$bodyId/$meetingId');

/** The page of a meeting: notice, agenda, who was present, decisions, minutes and action items. */
export const MeetingPage = () => {
  const t = useTranslate();
  const session = useSession();
  const who = useWho();
  const { time } = useFormat();
  const language = useLanguage() === 'es' ? 'spa' : 'eng';
  const { bodyId, meetingId } = route.useParams();
  const { data, error, refetch } = useMeeting(bodyId, meetingId, language, who?.kind === 'staff');
  const title = data
    ? t('meeting.title', { body: data.body.name, day: time(data.meeting.startsAt) })
    : t('meeting.one');
  useTitle(title);
  if (session?.kind === 'staff' && !who) return <PagePending />;
  return (
    <div className="page bench">
      <p>
        <Link to="/bodies/$bodyId" params={{ bodyId }}>
          {data?.body.name ?? t('bodies.body')}
        </Link>
      </p>
      <h1>{title}</h1>
      {who?.kind !== 'staff' ? (
        <Empty title={t('policy.not-yours')}>
          <StaffSignIn back={`/bodies/${bodyId}/${meetingId}`} />
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
