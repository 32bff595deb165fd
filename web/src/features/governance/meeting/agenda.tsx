import { Button, TextInput } from '@mantine/core';
import { Link } from '@tanstack/react-router';
import { type FormEvent, useState } from 'react';
import { FailedNotice } from '../../../components/states.tsx';
import { useFormat } from '../../../i18n/format.ts';
import { useTranslate } from '../../../i18n/translate.ts';
import { type ShownMeeting, useMeetingStep } from '../shared/bodies.ts';

type Item = ShownMeeting['meeting']['agenda'][number];
type Given = { shown: ShownMeeting };

/** What was decided under an item, with the votes. */
export const DecisionText = ({ decision }: { decision: NonNullable<Item['decision']> }) => {
  const t = useTranslate();
  const { date } = useFormat();
  const { text, outcome, sums, votes = [], reviewOn } = decision;
  return (
    <>
      <p>{text}</p>
      <p>
        <strong>{t(`motion-outcome.${outcome}`)}</strong> · {t('meeting.sums', sums)}
        {reviewOn && ` · ${t('meeting.review-on', { day: date(reviewOn) })}`}
      </p>
      {votes.length > 0 && (
        <p className="quiet">{votes.map(({ name, choice }) => `${name}: ${t(`vote-choice.${choice}`)}`).join(' · ')}</p>
      )}
    </>
  );
};

/** Returns the title of an item in words: minutes are titled by their day. */
const useItemTitle = () => {
  const t = useTranslate();
  return ({ kind, title }: Pick<Item, 'kind' | 'title'>): string =>
    kind === 'text' ? title : t(`agenda-title.${kind}`, { title });
};

/** The items of an agenda with their decisions. */
export const Agenda = ({ shown: { meeting } }: Given) => {
  const t = useTranslate();
  const titleOf = useItemTitle();
  if (meeting.agenda.length === 0) return <p className="quiet">{t('meeting.no-items')}</p>;
  return (
    <ol className="rows">
      {meeting.agenda.map((item) => (
        <li key={`${item.kind} ${item.of} ${item.title}`} className="row-card">
          <div className="row-body">
            <h3 className="row-title">
              {item.kind === 'proposal' && item.of ? (
                <Link to="/proposals/$proposalId" params={{ proposalId: item.of }}>
                  {item.title}
                </Link>
              ) : (
                titleOf(item)
              )}
            </h3>
            {item.text && <p>{item.text}</p>}
            {item.decision && <DecisionText decision={item.decision} />}
          </div>
        </li>
      ))}
    </ol>
  );
};

/** The form of the secretary that writes the agenda: what belongs on it is offered. */
export const AgendaForm = ({ shown: { meeting, suggested } }: Given) => {
  const t = useTranslate();
  const titleOf = useItemTitle();
  const step = useMeetingStep(meeting.bodyId);
  const [title, setTitle] = useState('');
  const { meetingId, v, startsAt, place } = meeting;
  const plain = meeting.agenda.map(({ changesBylaws: _c, decision: _d, ...item }) => item);
  const write = (agenda: typeof plain): void =>
    step.mutate({ meetingId, v, step: { do: 'change', startsAt, place, agenda } });
  const submit = (event: FormEvent): void => {
    event.preventDefault();
    write([...plain, { kind: 'text', title: title.trim() }]);
    setTitle('');
  };
  return (
    <form className="stack" aria-label={t('meeting.write-agenda')} onSubmit={submit}>
      {suggested.length > 0 && <h3>{t('meeting.suggested')}</h3>}
      {suggested.map((item) => (
        <p key={`${item.kind} ${item.of} ${item.title}`} className="row">
          <span>{titleOf(item)}</span>
          <Button
            size="sm"
            variant="default"
            disabled={step.isPending}
            aria-label={t('meeting.put-on', { title: titleOf(item) })}
            onClick={() => write([...plain, item])}
          >
            {t('meeting.add')}
          </Button>
        </p>
      ))}
      <TextInput
        size="sm"
        required
        maxLength={160}
        label={t('meeting.new-item')}
        value={title}
        onChange={({ currentTarget: { value } }) => setTitle(value)}
      />
      <p className="row">
        <Button size="sm" type="submit" loading={step.isPending}>
          {t('meeting.add-item')}
        </Button>
        {plain.length > 0 && (
          <Button size="sm" variant="default" disabled={step.isPending} onClick={() => write(plain.slice(0, -1))}>
            {t('meeting.remove-last')}
          </Button>
        )}
      </p>
      {step.error && <FailedNotice thrown={step.error} />}
    </form>
  );
};
