import { Button, NativeSelect, Textarea, TextInput } from '@mantine/core';
import { type FormEvent, useState } from 'react';
import { FailedNotice } from '../../../components/states.tsx';
import { instantAt, placeTime, usePlaceZone } from '../../../i18n/place-time.ts';
import { useTranslate } from '../../../i18n/translate.ts';
import { type ShownMeeting, useMeetingStep } from '../shared/bodies.ts';

const choices = ['yes', 'no', 'abstain'] as const;
type Choice = (typeof choices)[number];
type Votes = Readonly<Record<string, Choice | ''>>;

/** The votes of the seats that were present, by name. */
const VotesByName = ({ shown, votes, set }: { shown: ShownMeeting; votes: Votes; set: (votes: Votes) => void }) => {
  const t = useTranslate();
  const present = new Map(shown.meeting.attendance.map(({ seatId, name }) => [seatId, name]));
  return [...present].map(([seatId, name]) => (
    <NativeSelect
      key={seatId}
      size="sm"
      label={t('meeting.vote-of', { name })}
      value={votes[seatId] ?? ''}
      onChange={({ currentTarget: { value } }) => set({ ...votes, [seatId]: value as Choice | '' })}
    >
      <option value="">{t('meeting.no-vote')}</option>
      {choices.map((choice) => (
        <option key={choice} value={choice}>
          {t(`vote-choice.${choice}`)}
        </option>
      ))}
    </NativeSelect>
  ));
};

/** The form of the secretary that records a decision under an item of the agenda. */
export const DecisionForm = ({ shown }: { shown: ShownMeeting }) => {
  const t = useTranslate();
  const { meeting } = shown;
  const step = useMeetingStep(meeting.bodyId);
  const zone = usePlaceZone();
  const begins = placeTime(zone, new Date(meeting.startsAt));
  const undecided = meeting.agenda.findIndex(({ decision }) => !decision);
  const [entered, setEntered] = useState({
    ...{ number: `${Math.max(undecided, 0) + 1}`, text: '', reviewOn: '', time: placeTime(zone, new Date()).time },
  });
  const [votes, setVotes] = useState<Votes>({});
  const mayCount = shown.body.preset !== 'public-body';
  const [isByName, setByName] = useState(!mayCount);
  const [sums, setSums] = useState({ yes: '0', no: '0', abstain: '0' });
  const set = (over: Partial<typeof entered>): void => setEntered({ ...entered, ...over });
  const submit = (event: FormEvent): void => {
    event.preventDefault();
    const { number, text, time, reviewOn } = entered;
    const cast = Object.entries(votes).flatMap(([seatId, choice]) => (choice === '' ? [] : [{ seatId, choice }]));
    const at = instantAt(begins.day, time).toISOString();
    const decided = {
      number: Number(number),
      text: text.trim(),
      at,
      ...(isByName
        ? { votes: cast }
        : { sums: { yes: Number(sums.yes), no: Number(sums.no), abstain: Number(sums.abstain) } }),
      ...(reviewOn !== '' && { reviewOn }),
    };
    step.mutate({ meetingId: meeting.meetingId, v: meeting.v, step: { do: 'decide', ...decided } });
  };
  return (
    <form className="stack" aria-label={t('meeting.decide')} onSubmit={submit}>
      <NativeSelect
        size="sm"
        label={t('meeting.item')}
        value={entered.number}
        onChange={({ currentTarget: { value } }) => set({ number: value })}
      >
        {meeting.agenda.map(({ kind, of, title }, at) => (
          <option key={`${kind} ${of} ${title}`} value={at + 1}>
            {at + 1}. {title}
          </option>
        ))}
      </NativeSelect>
      <Textarea
        size="sm"
        required
        autosize
        maxLength={2000}
        label={t('meeting.motion')}
        value={entered.text}
        onChange={({ currentTarget: { value } }) => set({ text: value })}
      />
      <TextInput
        size="sm"
        required
        type="time"
        label={t('meeting.decided-at')}
        value={entered.time}
        onChange={({ currentTarget: { value } }) => set({ time: value })}
      />
      {mayCount && (
        <NativeSelect
          size="sm"
          label={t('meeting.how-voted')}
          value={isByName ? 'name' : 'count'}
          onChange={({ currentTarget: { value } }) => setByName(value === 'name')}
        >
          <option value="count">{t('meeting.votes-counted')}</option>
          <option value="name">{t('meeting.votes-by-name')}</option>
        </NativeSelect>
      )}
      {isByName ? (
        <VotesByName shown={shown} votes={votes} set={setVotes} />
      ) : (
        choices.map((choice) => (
          <TextInput
            key={choice}
            size="sm"
            required
            type="number"
            min={0}
            max={50}
            label={t(`meeting.count-${choice}`)}
            value={sums[choice]}
            onChange={({ currentTarget: { value } }) => setSums({ ...sums, [choice]: value })}
          />
        ))
      )}
      <TextInput
        size="sm"
        type="date"
        label={t('meeting.review')}
        value={entered.reviewOn}
        onChange={({ currentTarget: { value } }) => set({ reviewOn: value })}
      />
      <p>
        <Button size="sm" type="submit" loading={step.isPending}>
          {t('meeting.decide')}
        </Button>
      </p>
      {step.error && <FailedNotice thrown={step.error} />}
    </form>
  );
};
