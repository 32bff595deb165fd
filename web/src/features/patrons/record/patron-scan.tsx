import { useQueryClient } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { useCallback, useEffect, useMemo, useRef, useSyncExternalStore } from 'react';
import { useTranslate } from '../../../i18n/translate.ts';
import { type HandedScan, openDesk } from '../../circulation/desk/desk.ts';
import '../../circulation/desk/desk.css';
import { callsAt } from '../../circulation/desk/desk-calls.ts';
import { handScans, takeHanded } from '../../circulation/desk/handed-scans.ts';
import { ModeChoice } from '../../circulation/desk/mode-choice.tsx';
import { PaperPanel } from '../../circulation/desk/paper-panel.tsx';
import { QuestionPanel } from '../../circulation/desk/question-panel.tsx';
import { RowList } from '../../circulation/desk/row-list.tsx';
import { ScanBox } from '../../circulation/desk/scan-box.tsx';
import { beep } from '../../circulation/desk/sound.ts';
import { type Patron, recordKey } from './use-record.ts';

/** The desk's scan box for the patron of the record: items are lent to this patron, and another card opens that record. */
export const PatronScan = ({ patron, branchId }: { patron: Patron; branchId: string }) => {
  const t = useTranslate();
  const navigate = useNavigate();
  const client = useQueryClient();
  const { patronId } = patron;
  const work = useRef<HTMLDivElement>(null);
  const leftFor = useRef<string>(undefined);
  // The desk keeps its scans while the record is read again.
  // biome-ignore lint/correctness/useExhaustiveDependencies: the patron is the same as long as the id is.
  const desk = useMemo(() => {
    const other = (next: Patron, scans: HandedScan[]): void => {
      leftFor.current = next.patronId;
      handScans(next.patronId, scans);
      // The record opens without another look-up, so that its scan box follows this one at once.
      client.setQueryData(recordKey(next.patronId, branchId), next);
      void navigate({ to: '/patrons/$patronId', params: { patronId: next.patronId } });
    };
    const changed = () => void client.invalidateQueries({ queryKey: ['patron-view', patronId] });
    return openDesk({ calls: callsAt(branchId), beep, changed, fixed: { patron, other } });
  }, [branchId, patronId]);
  useEffect(() => {
    const { scans, typed } = takeHanded(patronId);
    for (const { scan, mode } of scans) desk.scan(scan, mode);
    const box = work.current?.querySelector<HTMLInputElement>('.scan-box input');
    if (box && typed) box.value = typed;
  }, [desk, patronId]);
  const left = useCallback((typed: string) => leftFor.current && handScans(leftFor.current, [], typed), []);
  const state = useSyncExternalStore(desk.subscribe, desk.state);
  return (
    <div className="desk-work record-scan" ref={work}>
      <ModeChoice mode={state.mode} choose={desk.setMode} />
      <ScanBox
        desk={desk}
        state={state}
        left={left}
        label={t('patron.scan', { name: patron.name.given ?? patron.name.family })}
      />
      {state.question && <QuestionPanel question={state.question} answer={desk.answer} />}
      {state.rows.length > 0 && <RowList state={state} desk={desk} branchId={branchId} />}
      <PaperPanel papers={state.papers} branchId={branchId} desk={desk} />
    </div>
  );
};
