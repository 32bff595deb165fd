import { TextInput } from '@mantine/core';
import { useNavigate } from '@tanstack/react-router';
import { type KeyboardEvent, useEffect, useLayoutEffect } from 'react';
import { useTranslate } from '../../../i18n/translate.ts';
import '../../patrons/shared/hand-over.ts';
import type { Desk } from './desk.ts';
import type { DeskState, Mode } from './desk-types.ts';
import { helpId } from './help-id.ts';
import { printLast } from './paper-sheet.tsx';
import { boxId, isCovered, isName, useReadyBox } from './ready-box.ts';

const modeKeys: Record<string, Mode> = { F2: 'out', F3: 'in', F4: 'renew' };
const useDeskKeys = (desk: Desk): void => {
  useEffect(() => {
    const onKey = (event: globalThis.KeyboardEvent): void => {
      if (isCovered()) return;
      const mode = modeKeys[event.key];
      if (mode) desk.setMode(mode);
      else if (event.key === 'F8') printLast();
      else if (event.key === 'Escape') desk.escape();
      else return;
      event.preventDefault();
    };
    // In the capturing phase, in which a dialog closes itself by Escape, but after this.
    window.addEventListener('keydown', onKey, true);
    return () => window.removeEventListener('keydown', onKey, true);
  }, [desk]);
};

type Box = {
  desk: Desk;
  state: DeskState;
  label?: string;
  /** Is called with the unfinished text when the input goes away. */
  left?: (typed: string) => void;
};

/** The scan input. Enter ends a scan; a typed name searches for patrons; Enter on an empty input ends the patron's session. */
export const ScanBox = ({ desk, state, label, left }: Box) => {
  const t = useTranslate();
  const box = useReadyBox({ keepsFocus: true });
  const navigate = useNavigate();
  useDeskKeys(desk);
  useLayoutEffect(() => {
    const { current } = box;
    return () => left?.(current?.value ?? '');
  }, [box, left]);
  const onKeyDown = (event: KeyboardEvent<HTMLInputElement>): void => {
    // The input is uncontrolled, because a scanner types faster than React renders.
    const typed = event.currentTarget.value.trim();
    if (event.key === 'Enter') {
      event.preventDefault();
      event.currentTarget.value = '';
      if (isName.test(typed)) void navigate({ to: '/patrons', state: { patronSearch: typed } });
      else if (typed) desk.scan(typed);
      else desk.finish();
    } else if (typed === '' && state.question && desk.answer(event.key)) event.preventDefault();
    else if (typed === '' && event.key === '?') {
      event.preventDefault();
      document.getElementById(helpId)?.toggleAttribute('open');
    }
  };
  return (
    <TextInput
      ref={box}
      id={boxId}
      size="xl"
      className="scan-box"
      label={label ?? t('desk.box')}
      description={t(state.patron ? 'desk.box-patron' : 'desk.box-empty')}
      inputWrapperOrder={['label', 'input', 'description', 'error']}
      autoComplete="off"
      autoCapitalize="none"
      spellCheck={false}
      maxLength={200}
      onKeyDown={onKeyDown}
    />
  );
};
