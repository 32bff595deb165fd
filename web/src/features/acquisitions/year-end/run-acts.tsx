import { Button } from '@mantine/core';
import { useState } from 'react';
import { Question } from '../../../components/question.tsx';
import { FailedNotice } from '../../../components/states.tsx';
import { useFormat } from '../../../i18n/format.ts';
import { useTranslate } from '../../../i18n/translate.ts';
import type { Year } from '../funds/funds.ts';
import { isAtWork, type RollOver, useRun } from './year-end.ts';

type Props = {
  memberId: string;
  year: Year;
  rollOver: RollOver;
  may: { commit: boolean };
};

/** How far a roll-over is, and who did what. */
const State = ({ rollOver }: Pick<Props, 'rollOver'>) => {
  const t = useTranslate();
  const { time } = useFormat();
  const { state, previewed, committed, undone, names, moved } = rollOver;
  const act = state === 'undone' ? undone : state === 'done' ? committed : previewed;
  return (
    <p role="status">
      <strong>{t(`rollover-state.${state}`)}</strong>{' '}
      {isAtWork(rollOver)
        ? moved !== undefined && t('rollover.progress', { count: moved })
        : act && t('rollover.by', { who: names[act.by] ?? t('funds.somebody'), when: time(act.at) })}
    </p>
  );
};

/** What may be done with a report: it is committed, or what was done is undone. */
export const RunActs = ({ memberId, year, rollOver, may }: Props) => {
  const t = useTranslate();
  const run = useRun({ memberId, year: year.year });
  const [asking, setAsking] = useState<'onwards' | 'back'>();
  const { state, totals, hash, terms, waitsForOther, changed } = rollOver;
  const way =
    state === 'previewed' && may.commit && !waitsForOther && !totals?.blocked
      ? ('onwards' as const)
      : state === 'done' && may.commit
        ? ('back' as const)
        : undefined;
  const go = (): void => {
    setAsking(undefined);
    if (way && hash !== undefined) run.mutate({ way, to: terms.to, hash });
  };
  return (
    <div className="stack">
      <State rollOver={rollOver} />
      {changed && changed.length > 0 && (
        <p className="notice notice-warn">{t('rollover.changed', { changed: changed.join(', ') })}</p>
      )}
      {state === 'previewed' && waitsForOther && <p className="notice">{t('rollover.waits')}</p>}
      {way && asking !== way && (
        <p>
          <Button
            size="sm"
            {...(way === 'back' && { variant: 'default' })}
            loading={run.isPending}
            onClick={() => setAsking(way)}
          >
            {t(`rollover-run.${way}`)}
          </Button>
        </p>
      )}
      {way && asking === way && (
        <Question yes={t(`rollover-now.${way}`)} isPending={run.isPending} go={go} away={() => setAsking(undefined)}>
          <p>{t(`rollover-meaning.${way}`)}</p>
        </Question>
      )}
      {run.error && <FailedNotice thrown={run.error} />}
    </div>
  );
};
