import { Checkbox, TextInput } from '@mantine/core';
import { useTranslate } from '../../../i18n/translate.ts';
import { focusBox } from './ready-box.ts';

const MOST_DAYS = 14;
const two = (number: number): string => String(number).padStart(2, '0');

/** Writes a time as a field of date and time has it, in the zone of the desk. */
const typed = (at: Date): string =>
  `${at.getFullYear()}-${two(at.getMonth() + 1)}-${two(at.getDate())}T${two(at.getHours())}:${two(at.getMinutes())}`;

/** The last minute of yesterday: what lay in the book drop in the morning was returned by then. */
const lastNight = (): Date => {
  const midnight = new Date();
  midnight.setHours(0, 0, 0, 0);
  return new Date(midnight.getTime() - 60_000);
};

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
          date(currentTarget.checked ? lastNight().toISOString() : undefined);
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
            if (value !== '' && validity.valid) date(new Date(value).toISOString());
          }}
        />
      )}
    </span>
  );
};
