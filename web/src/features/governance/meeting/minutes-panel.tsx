import { Button, NativeSelect, Textarea } from '@mantine/core';
import { type FormEvent, useState } from 'react';
import { Panel } from '../../../components/panel.tsx';
import { ReasonedForm } from '../../../components/reasoned-form.tsx';
import { FailedNotice } from '../../../components/states.tsx';
import { useFormat } from '../../../i18n/format.ts';
import { useTranslate } from '../../../i18n/translate.ts';
import { type ShownMeeting, useMeetingStep } from '../shared/bodies.ts';
import { Corrections } from '../shared/corrections.tsx';

type Given = { shown: ShownMeeting };

/** The form of the secretary that writes the minutes, beginning with the draft of what happened. */
const MinutesForm = ({ shown: { meeting, minutes, draft = '' } }: Given) => {
  const t = useTranslate();
  const step = useMeetingStep(meeting.bodyId);
  const [text, setText] = useState(minutes?.text ?? draft);
  const submit = (event: FormEvent): void => {
    event.preventDefault();
    step.mutate({ meetingId: meeting.meetingId, v: meeting.v, step: { do: 'minutes', text: text.trim() } });
  };
  return (
    <form className="stack" aria-label={t('meeting.write-minutes')} onSubmit={submit}>
      <Textarea
        size="sm"
        required
        autosize
        minRows={8}
        maxLength={40_000}
        label={t('meeting.minutes-text')}
        value={text}
        onChange={({ currentTarget: { value } }) => setText(value)}
      />
      <p>
        <Button size="sm" type="submit" loading={step.isPending}>
          {t('meeting.save-minutes')}
        </Button>
      </p>
      {step.error && <FailedNotice thrown={step.error} />}
    </form>
  );
};

/** The form of the secretary that records the approval by a later meeting. */
const ApproveForm = ({ shown: { meeting, others } }: Given) => {
  const t = useTranslate();
  const { time } = useFormat();
  const step = useMeetingStep(meeting.bodyId);
  const later = others.filter(({ startsAt, state }) => startsAt > meeting.startsAt && state !== 'planned');
  const [chosen, setChosen] = useState(later.at(-1)?.meetingId ?? '');
  if (later.length === 0) return <p className="quiet">{t('meeting.approved-next')}</p>;
  const submit = (event: FormEvent): void => {
    event.preventDefault();
    step.mutate({ meetingId: meeting.meetingId, v: meeting.v, step: { do: 'approve', in: chosen } });
  };
  return (
    <form className="stack" aria-label={t('meeting.approve')} onSubmit={submit}>
      <NativeSelect
        size="sm"
        label={t('meeting.approved-in')}
        value={chosen}
        onChange={({ currentTarget: { value } }) => setChosen(value)}
      >
        {later.map(({ meetingId, startsAt }) => (
          <option key={meetingId} value={meetingId}>
            {time(startsAt)}
          </option>
        ))}
      </NativeSelect>
      <p>
        <Button size="sm" type="submit" loading={step.isPending}>
          {t('meeting.approve')}
        </Button>
      </p>
      {step.error && <FailedNotice thrown={step.error} />}
    </form>
  );
};

const CorrectForm = ({ shown: { meeting } }: Given) => {
  const t = useTranslate();
  const step = useMeetingStep(meeting.bodyId);
  const [text, setText] = useState('');
  return (
    <ReasonedForm
      act={t('meeting.correct')}
      meaning={t('meeting.correct-meaning')}
      isComplete={text.trim() !== ''}
      doing={step}
      send={(reason, done) =>
        step.mutate(
          { meetingId: meeting.meetingId, v: meeting.v, step: { do: 'correct', text: text.trim(), reason } },
          {
            onSuccess: () => {
              setText('');
              done();
            },
          },
        )
      }
    >
      <Textarea
        size="sm"
        required
        autosize
        maxLength={2000}
        label={t('meeting.correction')}
        value={text}
        onChange={({ currentTarget: { value } }) => setText(value)}
      />
    </ReasonedForm>
  );
};

/** The minutes of a meeting: written from a draft, approved by the next meeting, corrected by entries afterwards. */
export const MinutesPanel = ({ shown }: Given) => {
  const t = useTranslate();
  const { time } = useFormat();
  const { meeting, minutes, mayRun } = shown;
  const { state, approved } = meeting;
  if (state !== 'held' && state !== 'minuted' && state !== 'approved') return undefined;
  return (
    <Panel title={t('meeting.minutes')}>
      {approved ? (
        <p className="quiet">{t('meeting.approved-on', { day: time(approved.at) })}</p>
      ) : (
        minutes && <p className="quiet">{t('meeting.not-approved')}</p>
      )}
      {minutes && (state === 'approved' || !mayRun) && <p className="minutes-text">{minutes.text}</p>}
      {!minutes && !mayRun && <p className="quiet">{t('meeting.no-minutes')}</p>}
      {minutes && <Corrections corrections={minutes.corrections} />}
      {mayRun && state !== 'approved' && <MinutesForm key={state} shown={shown} />}
      {mayRun && state === 'minuted' && <ApproveForm shown={shown} />}
      {mayRun && state === 'approved' && <CorrectForm shown={shown} />}
    </Panel>
  );
};
