import { hasRole, useWho } from '../../../api/current-user.ts';
import { useTranslate } from '../../../i18n/translate.ts';
import { CorrectLine } from './correct-line.tsx';
import { Discussion } from './discussion.tsx';
import { Evidence } from './evidence.tsx';
import type { Line, Shown } from './statement.ts';
import { useLineName } from './use-line-name.ts';

/** An expanded line: its discussion, its evidence and, once its month is closed, its correction. */
export const LineOpened = ({ line, shown, isDisputing }: { line: Line; shown: Shown; isDisputing: boolean }) => {
  const t = useTranslate();
  const who = useWho();
  const name = useLineName()(line);
  const { statement, state, disputes } = shown;
  const { month, memberId, currency } = statement;
  const place = { month, memberId };
  const dispute = disputes.find(({ lineId }) => lineId === line.lineId);
  const isPreparer = hasRole(who, 'finance-preparer');
  return (
    <section className="card line-opened" aria-labelledby="line-opened">
      <h3 id="line-opened">{t('statements.evidence-of', { line: name })}</h3>
      {(state === 'closed' || dispute) && (
        <Discussion
          place={place}
          lineId={line.lineId}
          dispute={dispute}
          currency={currency}
          isClosed={state === 'closed'}
          isBegun={isDisputing}
        />
      )}
      <Evidence line={line} place={place} currency={currency} />
      {state === 'closed' && isPreparer && <CorrectLine place={place} line={line} currency={currency} />}
    </section>
  );
};
