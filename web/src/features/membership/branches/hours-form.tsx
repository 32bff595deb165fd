import { Button, NativeSelect, TextInput } from '@mantine/core';
import { type FormEvent, useState } from 'react';
import { asProblem } from '../../../api/problem.ts';
import { type Hours, type Weekday, weekdays } from '../../../components/opening-hours.ts';
import { FailedNotice } from '../../../components/states.tsx';
import { toast } from '../../../components/toasts.tsx';
import { useFormat } from '../../../i18n/format.ts';
import { useTranslate } from '../../../i18n/translate.ts';
import { ClosureFields } from './closure-fields.tsx';
import { type EditedBranch, useSaveHours } from './use-edited-branch.ts';

const MOST_HOURS = 3;

type DayProps = { name: string; hours: readonly Hours[]; change: (hours: Hours[]) => void };

const DayRow = ({ name, hours, change }: DayProps) => {
  const t = useTranslate();
  const set = (at: number, more: Partial<Hours>): void =>
    change(hours.map((one, place) => (place === at ? { ...one, ...more } : one)));
  const last = hours.at(-1);
  return (
    <tr>
      <th scope="row">{name}</th>
      <td>
        {hours.length === 0 && <span className="quiet">{t('hours.closed')}</span>}
        {hours.map(({ open, close }, at) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: hours have no other name than their place.
          <span key={at} className="row hours-span">
            <TextInput
              size="xs"
              type="time"
              aria-label={t('branches.opens', { day: name })}
              value={open}
              onChange={({ currentTarget }) => set(at, { open: currentTarget.value })}
            />
            –
            <TextInput
              size="xs"
              type="time"
              aria-label={t('branches.closes', { day: name })}
              value={close}
              onChange={({ currentTarget }) => set(at, { close: currentTarget.value })}
            />
            <Button
              size="xs"
              variant="default"
              aria-label={t('branches.remove-hours', { day: name })}
              onClick={() => change(hours.filter((_, place) => place !== at))}
            >
              {t('branches.remove')}
            </Button>
          </span>
        ))}
      </td>
      <td>
        {hours.length < MOST_HOURS && (
          <Button
            size="xs"
            variant="default"
            aria-label={t('branches.add-hours', { day: name })}
            onClick={() =>
              change([...hours, last ? { open: last.close, close: '20:00' } : { open: '09:00', close: '17:00' }])
            }
          >
            {t('branches.add')}
          </Button>
        )}
      </td>
    </tr>
  );
};

/** The week of a branch as a grid of hours, and its closures: from now on, or from a later day on. */
export const HoursForm = ({ edited: { branch, version } }: { edited: EditedBranch }) => {
  const t = useTranslate();
  const { weekday } = useFormat();
  const { timeZone, weekly: set, closures: known } = branch.calendar;
  const [weekly, setWeekly] = useState<Partial<Record<Weekday, Hours[]>>>(set as Partial<Record<Weekday, Hours[]>>);
  const [closures, setClosures] = useState(known);
  const [from, setFrom] = useState('');
  const [later, setLater] = useState('');
  const save = useSaveHours(branch.branchId, () => toast(t('branches.hours-saved')));
  const asksLater = save.error !== null && asProblem(save.error).code === 'later-calendar';
  const submit = (event: FormEvent): void => {
    event.preventDefault();
    save.mutate({
      ...{ timeZone, weekly, closures, version },
      ...(from !== '' && { effectiveFrom: from }),
      ...(later !== '' && { endsLater: later === 'end' }),
    });
  };
  return (
    <form className="stack" onSubmit={submit}>
      <table className="week-grid" aria-label={t('branches.week')}>
        <tbody>
          {weekdays.map((day, index) => (
            <DayRow
              key={day}
              name={weekday(index + 1)}
              hours={weekly[day] ?? []}
              change={(hours) => setWeekly({ ...weekly, [day]: hours })}
            />
          ))}
        </tbody>
      </table>
      <ClosureFields closures={closures} change={setClosures} />
      <TextInput
        type="date"
        label={t('branches.from')}
        description={t('branches.from-meaning')}
        value={from}
        onChange={({ currentTarget }) => setFrom(currentTarget.value)}
      />
      {(asksLater || later !== '') && (
        <NativeSelect
          label={t('branches.later')}
          value={later}
          data={[
            { value: '', label: t('branches.choose') },
            { value: 'keep', label: t('branches.later-keep') },
            { value: 'end', label: t('branches.later-end') },
          ]}
          onChange={({ currentTarget }) => setLater(currentTarget.value)}
        />
      )}
      {save.error && <FailedNotice thrown={save.error} />}
      <p className="row">
        <Button type="submit" loading={save.isPending}>
          {t('branches.save-hours')}
        </Button>
      </p>
    </form>
  );
};
