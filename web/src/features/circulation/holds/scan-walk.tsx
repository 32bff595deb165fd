import { TextInput } from '@mantine/core';
import { useQueryClient } from '@tanstack/react-query';
import { useEffect, useMemo, useRef, useSyncExternalStore } from 'react';
import '../desk/desk.css';
import { openDesk } from '../desk/desk.ts';
import { callsAt } from '../desk/desk-calls.ts';
import type { CheckIn } from '../desk/desk-types.ts';
import { PaperPanel } from '../desk/paper-panel.tsx';
import { printLast } from '../desk/paper-sheet.tsx';
import { QuestionPanel } from '../desk/question-panel.tsx';
import { RowList } from '../desk/row-list.tsx';
import { beep } from '../desk/sound.ts';
import { storedPapers } from '../desk/stored-papers.ts';

type Walk = {
  branchId: string;
  label: string;
  meaning: string;
  scanned: (itemIds: readonly string[]) => void;
  /** The outcomes of a copy that remains on the list. */
  stays?: CheckIn['next']['step'];
};

/** Returns a desk that checks in what is scanned. F8 prints its slips. */
export const useWalk = (branchId: string) => {
  const client = useQueryClient();
  const desk = useMemo(() => {
    const walk = openDesk({ calls: callsAt(branchId), beep, stored: storedPapers(client, branchId) });
    walk.setMode('in');
    return walk;
  }, [branchId, client]);
  const state = useSyncExternalStore(desk.subscribe, desk.state);
  useEffect(() => {
    const onKey = (event: KeyboardEvent): void => {
      if (event.key !== 'F8') return;
      event.preventDefault();
      printLast();
    };
    document.addEventListener('keydown', onKey);
    return () => document.removeEventListener('keydown', onKey);
  }, []);
  return { desk, state };
};

/** Works a list by scanning: each scan checks the copy in, says where it goes, and prints its slip. */
export const ScanWalk = ({ branchId, label, meaning, scanned, stays }: Walk) => {
  const { desk, state } = useWalk(branchId);
  const box = useRef<HTMLInputElement>(null);
  useEffect(() => {
    box.current?.focus();
  }, []);
  const ended = state.rows
    .flatMap(({ outcome }) => (outcome?.is === 'back' ? [outcome.checkIn] : []))
    .flatMap(({ itemId, next }) => (next.step === stays ? [] : [itemId]))
    .join(' ');
  useEffect(() => {
    if (ended !== '') scanned(ended.split(' '));
  }, [ended, scanned]);
  return (
    <div className="desk-work">
      <TextInput
        ref={box}
        size="lg"
        className="scan-box"
        label={label}
        description={meaning}
        autoComplete="off"
        autoCapitalize="none"
        spellCheck={false}
        maxLength={200}
        onKeyDown={(event) => {
          const typed = event.currentTarget.value.trim();
          if (event.key === 'Escape') desk.escape();
          if (typed === '' && state.question && desk.answer(event.key)) event.preventDefault();
          if (event.key !== 'Enter' || typed === '') return;
          event.preventDefault();
          event.currentTarget.value = '';
          desk.scan(typed);
        }}
      />
      {state.question && <QuestionPanel question={state.question} answer={desk.answer} />}
      <PaperPanel papers={state.papers} branchId={branchId} desk={desk} />
      {state.rows.length > 0 && <RowList state={state} desk={desk} branchId={branchId} />}
    </div>
  );
};
