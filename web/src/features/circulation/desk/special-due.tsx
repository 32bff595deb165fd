import { Checkbox, TextInput } from '@mantine/core';
import { useEffect, useState } from 'react';
import { hasRole, useWho } from '../../../api/current-user.ts';
import { endOfDay, today } from '../../../components/days.ts';
import { useTranslate } from '../../../i18n/translate.ts';
import type { Desk } from './desk.ts';
import { focusBox } from './ready-box.ts';

/** Lets a supervisor set the due date of the next items of the open patron, with a reason that is stored. */
export const SpecialDue = ({ set }: { set: Desk['setDue'] }) => {
  const t = useTranslate();
  const who = useWho();
  const [isOn, setIsOn] = useState(false);
  const [day, setDay] = useState('');
  const [comment, setComment] = useState('');
  const isWhole = isOn && day !== '' && comment.trim().length >= 3;
  useEffect(
    () => set(isWhole ? { due: endOfDay(day), comment: comment.trim() } : undefined),
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
            min={today()}
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
