import { Checkbox, TextInput } from '@mantine/core';
import { today } from '../../../components/days.ts';
import { dayAfter } from '../../../components/opening-hours.ts';
import { instantAt, placeTime, placeZone } from '../../../i18n/place-time.ts';
import { useTranslate } from '../../../i18n/translate.ts';
import { focusBox } from './ready-box.ts';

const MOST_DAYS = 14;

/** Writes a time as a field of date and time has it, by the clock of the branch. */
const typed = (at: Date): string => {
  const { day, time } = placeTime(placeZone(), at);
  return `${day}T${time}`;
};

/** Reads what a field of date and time has, by the clock of the branch. */
const instantOf = (value: string): string => instantAt(value.slice(0, 10), value.slice(11)).toISOString();

/** The last minute of yesterday: what lay in the book drop in the morning was returned by then. */
const lastNight = (): string => instantAt(dayAfter(today(), -1), '23:59').toISOString();

type Given = { returnedAt: string | undefined; date: (at: string | undefined) => void };

/** Dates the next returns back, as for the book drop: fines count to that time. The API ignores a time before the checkout. */
export const BookDrop = ({ returnedAt, date }: Given) => {
  const t = useTranslate();
  const now = new Date();
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: Enter in a field inside ends it, as a scanner's does.
    <span className="row book-drop" onKeyDown={({ key }) => key === 'Enter' && focusBox()}>
      <Checkbox
        label={t('drop.dated')}
        checked={returnedAt !== undefined}
        onChange={({ currentTarget }) => {
          date(currentTarget.checked ? lastNight() : undefined);
          focusBox();
        }}
      />
      {returnedAt !== undefined && (
        <TextInput
          size="sm"
          type="datetime-local"
          aria-label={t('drop.at')}
          value={typed(new Date(returnedAt))}
          min={typed(new Date(now.getTime() - MOST_DAYS * 86_400_000))}
          max={typed(now)}
          onChange={({ currentTarget: { value, validity } }) => {
            if (value !== '' && validity.valid) date(instantOf(value));
          }}
        />
      )}
    </span>
  );
};
