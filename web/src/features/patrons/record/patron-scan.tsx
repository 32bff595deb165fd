import { useQueryClient } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { useMemo, useSyncExternalStore } from 'react';
import { useTranslate } from '../../../i18n/translate.ts';
import { openDesk } from '../../circulation/desk/desk.ts';
import '../../circulation/desk/desk.css';
import { callsAt } from '../../circulation/desk/desk-calls.ts';
import { ModeChoice } from '../../circulation/desk/mode-choice.tsx';
import { PaperPanel } from '../../circulation/desk/paper-panel.tsx';
import { QuestionPanel } from '../../circulation/desk/question-panel.tsx';
import { RowList } from '../../circulation/desk/row-list.tsx';
import { ScanBox } from '../../circulation/desk/scan-box.tsx';
import { beep } from '../../circulation/desk/sound.ts';
import type { Patron } from './use-record.ts';

/** The desk's scan box for the patron of the record: items are lent to this patron, and another card opens that record. */
export const PatronScan = ({ patron, branchId }: { patron: Patron; branchId: string }) => {
  const t = useTranslate();
  const navigate = useNavigate();
  const client = useQueryClient();
  const { patronId } = patron;
  // The desk keeps its scans while the record is read again.
  // biome-ignore lint/correctness/useExhaustiveDependencies: the patron is the same as long as the id is.
  const desk = useMemo(() => {
    const other = ({ patronId: next }: Patron): void => {
      void navigate({ to: '/patrons/$patronId', params: { patronId: next } });
    };
    const changed = () => void client.invalidateQueries({ queryKey: ['patron-view', patronId] });
    return openDesk({ calls: callsAt(branchId), beep, changed, fixed: { patron, other } });
  }, [branchId, patronId]);
  const state = useSyncExternalStore(desk.subscribe, desk.state);
  return (
    <div className="desk-work record-scan">
      <ModeChoice mode={state.mode} choose={desk.setMode} />
      <ScanBox desk={desk} state={state} label={t('patron.scan', { name: patron.name.given ?? patron.name.family })} />
      {state.question && <QuestionPanel question={state.question} answer={desk.answer} />}
      {state.rows.length > 0 && <RowList state={state} desk={desk} branchId={branchId} />}
      <PaperPanel papers={state.papers} branchId={branchId} desk={desk} />
    </div>
  );
};
