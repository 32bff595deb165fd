import { TextInput } from '@mantine/core';
import { useNavigate } from '@tanstack/react-router';
import { type KeyboardEvent, useEffect, useLayoutEffect, useRef } from 'react';
import { useTranslate } from '../../../i18n/translate.ts';
import '../../patrons/shared/hand-over.ts';
import type { Desk } from './desk.ts';
import type { DeskState, Mode } from './desk-types.ts';
import { helpId } from './help-id.ts';
import { printLast } from './paper-sheet.tsx';

const modeKeys: Record<string, Mode> = { F2: 'out', F3: 'in', F4: 'renew' };
const boxId = 'desk-box';
const takesKeys = 'input, textarea, select, button, a, summary, [contenteditable]';

/** Whether a dialog is open over the desk: then keys are the dialog's. */
const isCovered = (): boolean => document.querySelector('[role="dialog"]') !== null;

/** Puts the cursor back into the box of scans. */
export const focusBox = (): void => document.getElementById(boxId)?.focus();

/** Directs input typed or scanned anywhere on the page to the box, unless another field has the focus. */
export const useReadyBox = () => {
  const box = useRef<HTMLInputElement>(null);
  useEffect(() => {
    // The box may load after the page: who is already at work on the page is not disturbed.
    if (!document.activeElement?.matches(takesKeys) || !document.activeElement.closest('main')) box.current?.focus();
    const back = (event: globalThis.KeyboardEvent): void => {
      if (isCovered()) return;
      const { activeElement } = document;
      const isFree = activeElement === null || !activeElement.matches(takesKeys);
      // A scanner types digits; they go to the box even when a button or a checkbox has the focus.
      const overButton =
        activeElement?.matches('button, a, [type=checkbox]') && event.key.length === 1 && event.key !== ' ';
      if ((isFree || overButton) && event.key.length === 1 && !event.ctrlKey && !event.metaKey && !event.altKey)
        box.current?.focus();
    };
    const backFromNowhere = (): void => {
      setTimeout(() => document.activeElement === document.body && box.current?.focus(), 60);
    };
    document.addEventListener('keydown', back);
    document.addEventListener('focusout', backFromNowhere);
    return () => {
      document.removeEventListener('keydown', back);
      document.removeEventListener('focusout', backFromNowhere);
    };
  }, []);
  return box;
};

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

/** A name has letters and no digits; a barcode or card has digits. */
const isName = /^\p{L}[\p{L}\p{M}\s,.'’-]+$/u;

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
  const box = useReadyBox();
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
