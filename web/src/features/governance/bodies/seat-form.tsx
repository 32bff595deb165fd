import { Button, NativeSelect, TextInput } from '@mantine/core';
import { type FormEvent, useState } from 'react';
import { useDirectory } from '../../../api/directory.ts';
import { FailedNotice } from '../../../components/states.tsx';
import { placeTime, usePlaceZone } from '../../../i18n/place-time.ts';
import { useTranslate } from '../../../i18n/translate.ts';
import { type BodyChange, type ShownBody, useWriteBody } from '../shared/bodies.ts';

const acts = ['hold', 'alternate', 'end-term', 'add-seat'] as const;
type Act = (typeof acts)[number];
type Field = 'seatId' | 'name' | 'email' | 'otherName' | 'otherEmail' | 'day' | 'reason' | 'memberId';
type Entered = Record<Field, string>;

/** The fields that each act asks for, besides the seat. */
const fieldsOf = {
  hold: ['name', 'email', 'otherName', 'otherEmail', 'day'],
  alternate: ['otherName', 'otherEmail', 'day'],
  'end-term': ['day', 'reason'],
  'add-seat': ['name'],
} as const satisfies Record<Act, readonly Field[]>;
const types: Partial<Record<Field, string>> = { email: 'email', otherEmail: 'email', day: 'date' };

const alternateOf = ({ otherName, otherEmail }: Entered) =>
  otherEmail.trim() === '' ? {} : { alternate: { name: otherName.trim(), email: otherEmail.trim() } };

const changeOf = (act: Act, entered: Entered): BodyChange => {
  const { seatId, name, email, day, reason, memberId } = entered;
  if (act === 'add-seat') return { do: act, name: name.trim(), ...(memberId !== '' && { memberId }) };
  if (act === 'end-term') return { do: act, seatId, on: day, reason: reason.trim() };
  if (act === 'alternate') return { do: act, seatId, on: day, ...alternateOf(entered) };
  return { do: act, seatId, holder: { name: name.trim(), email: email.trim() }, from: day, ...alternateOf(entered) };
};

/** The form of the secretary that fills a seat, names an alternate, ends a term, or adds a seat. */
export const SeatForm = ({ body }: { body: ShownBody }) => {
  const t = useTranslate();
  const write = useWriteBody();
  const { members } = useDirectory();
  const { day: today } = placeTime(usePlaceZone(), new Date());
  const [act, setAct] = useState<Act>(body.seats.length === 0 ? 'add-seat' : 'hold');
  const empty = { name: '', email: '', otherName: '', otherEmail: '', day: today, reason: '', memberId: '' };
  const [entered, setEntered] = useState<Entered>({ ...empty, seatId: body.seats[0]?.seatId ?? '' });
  const set = (field: Field, value: string): void => setEntered({ ...entered, [field]: value });
  const submit = (event: FormEvent): void => {
    event.preventDefault();
    write.mutate({ bodyId: body.bodyId, v: body.v, changes: [changeOf(act, entered)] });
  };
  return (
    <form className="stack" aria-label={t('seats.change')} onSubmit={submit}>
      <NativeSelect
        size="sm"
        label={t('seats.act')}
        value={act}
        onChange={({ currentTarget: { value } }) => setAct(value as Act)}
      >
        {acts.map((one) => (
          <option key={one} value={one}>
            {t(`seat-act.${one}`)}
          </option>
        ))}
      </NativeSelect>
      {act !== 'add-seat' && (
        <NativeSelect
          size="sm"
          label={t('seats.seat')}
          value={entered.seatId}
          onChange={({ currentTarget: { value } }) => set('seatId', value)}
        >
          {body.seats.map(({ seatId, name }) => (
            <option key={seatId} value={seatId}>
              {name}
            </option>
          ))}
        </NativeSelect>
      )}
      {fieldsOf[act].map((field) => (
        <TextInput
          key={field}
          size="sm"
          required={!field.startsWith('other')}
          type={types[field] ?? 'text'}
          maxLength={field.endsWith('mail') ? 254 : 80}
          label={act === 'add-seat' ? t('seats.seat-name') : t(`seats.${field}`)}
          value={entered[field]}
          onChange={({ currentTarget: { value } }) => set(field, value)}
        />
      ))}
      {act === 'add-seat' && (
        <NativeSelect
          size="sm"
          label={t('seats.library')}
          value={entered.memberId}
          onChange={({ currentTarget: { value } }) => set('memberId', value)}
        >
          <option value="">{t('seats.all-libraries')}</option>
          {members.map(({ memberId, name }) => (
            <option key={memberId} value={memberId}>
              {name}
            </option>
          ))}
        </NativeSelect>
      )}
      <p>
        <Button size="sm" type="submit" loading={write.isPending}>
          {t('seats.save')}
        </Button>
      </p>
      {write.error && <FailedNotice thrown={write.error} />}
    </form>
  );
};
