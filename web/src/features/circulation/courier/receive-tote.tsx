import { Button, TextInput } from '@mantine/core';
import { useDirectory } from '../../../api/directory.ts';
import { Panel } from '../../../components/panel.tsx';
import { FailedNotice } from '../../../components/states.tsx';
import { useTranslate } from '../../../i18n/translate.ts';
import { PaperPanel } from '../desk/paper-panel.tsx';
import { QuestionPanel } from '../desk/question-panel.tsx';
import { RowList } from '../desk/row-list.tsx';
import { useWalk } from '../holds/scan-walk.tsx';
import { type Tote, useMoveTote } from './use-courier.ts';

type Props = { tote: Tote; branchId: string; close: () => void };

/**
 * Receives a tote: one act checks in all that should be in it, or each is scanned. What was not checked in is missing then, and what was
 * not in the tote is unexpected.
 */
export const ReceiveTote = ({ tote, branchId, close }: Props) => {
  const t = useTranslate();
  const { branchName } = useDirectory();
  const { desk, state } = useWalk(branchId);
  const move = useMoveTote(branchId);
  const { toteId, items, from } = tote;
  const done = state.rows.flatMap(({ outcome }) => (outcome?.is === 'back' ? [outcome.checkIn] : []));
  const arrived = new Set(done.map(({ itemId }) => itemId));
  const isRunning = state.rows.some((row) => row.state !== 'ended');
  const remaining = items.filter(({ itemId }) => !arrived.has(itemId));
  const unexpected = done.filter(({ itemId }) => !items.some((item) => item.itemId === itemId));
  const checkInAll = (): void => {
    for (const { barcode } of remaining) desk.scan(barcode);
  };
  return (
    <Panel
      title={t('courier.from', { branch: branchName(from) })}
      count={t('courier.arrived', { arrived: items.length - remaining.length, count: items.length })}
    >
      <TextInput
        size="lg"
        className="scan-box"
        label={t('courier.scan-arrived')}
        description={t('courier.scan-arrived-meaning')}
        autoComplete="off"
        spellCheck={false}
        onKeyDown={(event) => {
          const typed = event.currentTarget.value.trim();
          if (typed === '' && state.question && desk.answer(event.key)) event.preventDefault();
          if (event.key !== 'Enter' || typed === '') return;
          event.preventDefault();
          event.currentTarget.value = '';
          desk.scan(typed);
        }}
      />
      <p className="row">
        {remaining.length > 0 && (
          <Button disabled={isRunning} onClick={checkInAll}>
            {t('courier.check-in-all', { count: remaining.length })}
          </Button>
        )}
        <Button
          variant={remaining.length > 0 ? 'default' : 'filled'}
          disabled={isRunning}
          loading={move.isPending}
          onClick={() =>
            move.mutate(
              { act: 'receive', toteId, unexpected: unexpected.map(({ barcode }) => barcode) },
              { onSuccess: close },
            )
          }
        >
          {remaining.length > 0 ? t('courier.finish-missing', { count: remaining.length }) : t('courier.finish')}
        </Button>
        <Button variant="default" onClick={close}>
          {t('do.close')}
        </Button>
      </p>
      {move.error && <FailedNotice thrown={move.error} />}
      {state.question && <QuestionPanel question={state.question} answer={desk.answer} />}
      <PaperPanel papers={state.papers} branchId={branchId} desk={desk} />
      {state.rows.length > 0 && <RowList state={state} desk={desk} branchId={branchId} />}
    </Panel>
  );
};
