import { Checkbox, TextInput } from '@mantine/core';
import { useEffect, useState } from 'react';
import { hasRole, useWho } from '../../../api/current-user.ts';
import { useTranslate } from '../../../i18n/translate.ts';
import type { Desk } from './desk.ts';
import { focusBox } from './ready-box.ts';

/** The end of a day at the desk, as an instant. */
const endOf = (day: string): string => new Date(`${day}T23:59:59`).toISOString();

/** Lets a supervisor set the due date of the next items of the open patron, with a reason that is stored. */
export const SpecialDue = ({ set }: { set: Desk['setDue'] }) => {
  const t = useTranslate();
  const who = useWho();
  const [isOn, setIsOn] = useState(false);
  const [day, setDay] = useState('');
  const [comment, setComment] = useState('');
  const isWhole = isOn && day !== '' && comment.trim().length >= 3;
  useEffect(
    () => set(isWhole ? { due: endOf(day), comment: comment.trim() } : undefined),
    [isWhole, day, comment, set],
  );
  if (!hasRole(who, 'desk-supervisor')) return null;
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: Enter in a field inside ends it, as a scanner's does.
    <span className="row book-drop" onKeyDown={({ key }) => key === 'Enter' && focusBox()}>
      <Checkbox
        label={t('due.special')}
        checked={isOn}
        onChange={({ currentTarget }) => {
          setIsOn(currentTarget.checked);
          if (!currentTarget.checked) focusBox();
        }}
      />
      {isOn && (
        <>
          <TextInput
            size="sm"
            type="date"
            aria-label={t('due.day')}
            min={new Date().toISOString().slice(0, 10)}
            value={day}
            onChange={({ currentTarget }) => setDay(currentTarget.value)}
          />
          <TextInput
            size="sm"
            aria-label={t('due.why')}
            placeholder={t('due.why')}
            maxLength={500}
            value={comment}
            onChange={({ currentTarget }) => setComment(currentTarget.value)}
          />
        </>
      )}
    </span>
  );
};
