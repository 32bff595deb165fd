import { Button, NativeSelect, TextInput } from '@mantine/core';
import { type FormEvent, useState } from 'react';
import { FailedNotice } from '../../../components/states.tsx';
import { instantAt, placeTime, usePlaceZone } from '../../../i18n/place-time.ts';
import { useTranslate } from '../../../i18n/translate.ts';
import { type ShownMeeting, termOn, useMeetingStep } from '../shared/bodies.ts';

type Row = { seatId: string; who: 'absent' | 'holder' | 'alternate'; from: string; to: string };

/** The form of the secretary that records who is present, from when to when. */
export const AttendanceForm = ({ shown: { body, meeting } }: { shown: ShownMeeting }) => {
  const t = useTranslate();
  const step = useMeetingStep(meeting.bodyId);
  const zone = usePlaceZone();
  const begins = placeTime(zone, new Date(meeting.startsAt));
  const clock = (at: string | undefined): string => (at === undefined ? '' : placeTime(zone, new Date(at)).time);
  const seats = body.seats.filter((seat) => termOn(seat, begins.day));
  const [rows, setRows] = useState<readonly Row[]>(
    seats.map(({ seatId }) => {
      const here = meeting.attendance.find((one) => one.seatId === seatId);
      const who = here ? (here.isAlternate ? 'alternate' : 'holder') : 'absent';
      return { seatId, who, from: here ? clock(here.from) : begins.time, to: clock(here?.to) };
    }),
  );
  const set = (seatId: string, over: Partial<Row>): void =>
    setRows(rows.map((row) => (row.seatId === seatId ? { ...row, ...over } : row)));
  const at = (time: string): string => instantAt(begins.day, time).toISOString();
  const submit = (event: FormEvent): void => {
    event.preventDefault();
    const attendance = rows
      .filter(({ who }) => who !== 'absent')
      .map(({ seatId, who, from, to }) => ({
        ...{ seatId, isAlternate: who === 'alternate', from: at(from) },
        ...(to !== '' && { to: at(to) }),
      }));
    step.mutate({ meetingId: meeting.meetingId, v: meeting.v, step: { do: 'attend', attendance } });
  };
  return (
    <form className="stack" aria-label={t('meeting.attendance')} onSubmit={submit}>
      {seats.map((seat) => {
        const row = rows.find(({ seatId }) => seatId === seat.seatId);
        const term = termOn(seat, begins.day);
        if (!row || !term) return undefined;
        return (
          <fieldset key={seat.seatId} className="stack">
            <legend>{seat.name}</legend>
            <NativeSelect
              size="sm"
              label={t('meeting.who', { seat: seat.name })}
              value={row.who}
              onChange={({ currentTarget: { value } }) => set(seat.seatId, { who: value as Row['who'] })}
            >
              <option value="absent">{t('meeting.absent')}</option>
              <option value="holder">{term.holder.name}</option>
              {term.alternate && <option value="alternate">{term.alternate.name}</option>}
            </NativeSelect>
            {row.who !== 'absent' &&
              (['from', 'to'] as const).map((field) => (
                <TextInput
                  key={field}
                  size="sm"
                  type="time"
                  required={field === 'from'}
                  label={t(`meeting.${field}`, { seat: seat.name })}
                  value={row[field]}
                  onChange={({ currentTarget: { value } }) => set(seat.seatId, { [field]: value })}
                />
              ))}
          </fieldset>
        );
      })}
      <p>
        <Button size="sm" type="submit" loading={step.isPending}>
          {t('meeting.save-attendance')}
        </Button>
      </p>
      {step.error && <FailedNotice thrown={step.error} />}
    </form>
  );
};
