import { TextInput } from '@mantine/core';
import { useNavigate } from '@tanstack/react-router';
import type { KeyboardEvent } from 'react';
import { useTranslate } from '../../../i18n/translate.ts';
import { deskPage, handScans } from '../../circulation/desk/handed-scans.ts';
import { boxId, isName, useReadyBox } from '../../circulation/desk/ready-box.ts';
import '../../patrons/shared/hand-over.ts';

/**
 * The box of scans for a person who does all work of a library from Today: a scan opens the desk, which works it, and a name opens the
 * search for patrons. What is scanned anywhere on the page goes to the box.
 */
export const TodayScan = () => {
  const t = useTranslate();
  const navigate = useNavigate();
  const box = useReadyBox({ keepsFocus: false });
  const onKeyDown = (event: KeyboardEvent<HTMLInputElement>): void => {
    // The input is uncontrolled, because a scanner types faster than React renders.
    const typed = event.currentTarget.value.trim();
    if (event.key !== 'Enter' || typed === '') return;
    event.preventDefault();
    event.currentTarget.value = '';
    if (isName.test(typed)) return void navigate({ to: '/patrons', state: { patronSearch: typed } });
    handScans(deskPage, [{ scan: typed, mode: 'auto' }]);
    void navigate({ to: '/desk' });
  };
  return (
    <TextInput
      ref={box}
      id={boxId}
      size="lg"
      label={t('today.scan')}
      description={t('today.scan-hint')}
      inputWrapperOrder={['label', 'input', 'description', 'error']}
      autoComplete="off"
      autoCapitalize="none"
      spellCheck={false}
      maxLength={200}
      onKeyDown={onKeyDown}
    />
  );
};
