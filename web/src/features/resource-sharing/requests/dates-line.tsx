import { daysUntil, useFormat } from '../../../i18n/format.ts';
import { useTranslate } from '../../../i18n/translate.ts';
import type { Row, Side } from '../shared/requests.ts';

const waiting = ['asked', 'request-received'];

/** The dates relevant now: answer deadline, due date, and need-by date. */
export const DatesLine = ({ row, side }: { row: Row; side: Side }) => {
  const t = useTranslate();
  const { date, time } = useFormat();
  const { placedAt, answerBy, due, needBy, status, barcode } = row;
  const late = due === undefined ? 0 : -daysUntil(due);
  const parts = [
    t('loans.placed', { date: date(placedAt) }),
    answerBy !== undefined &&
      waiting.includes(status.state) &&
      t(side === 'supplier' ? 'loans.answer-by' : 'loans.answered-by', { time: time(answerBy) }),
    needBy !== undefined && t('loans.need-by', { date: date(needBy) }),
    due !== undefined && t(late > 0 ? 'loans.was-due' : 'loans.due', { date: date(due), days: late }),
  ].filter(Boolean);
  return (
    <p className="quiet">
      {parts.join(' · ')}
      {barcode && (
        <>
          {' · '}
          <span className="barcode">{barcode}</span>
        </>
      )}
    </p>
  );
};
