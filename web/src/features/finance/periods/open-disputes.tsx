import { Link } from '@tanstack/react-router';
import { useDirectory } from '../../../api/directory.ts';
import { Badge } from '../../../components/badge.tsx';
import { useFormat } from '../../../i18n/format.ts';
import { useTranslate } from '../../../i18n/translate.ts';
import type { Board } from './period.ts';

/** The disputes of statement lines that wait for an answer or a correction, the oldest first; each links to its line. */
export const OpenDisputes = ({ openDisputes }: Pick<Board, 'openDisputes'>) => {
  const t = useTranslate();
  const { month: monthName, date } = useFormat();
  const { memberName } = useDirectory();
  return (
    <section aria-labelledby="disputes" className="stack">
      <h2 id="disputes">{t('periods.disputes')}</h2>
      {openDisputes.length === 0 && <p>{t('periods.no-disputes')}</p>}
      <ul className="stack">
        {openDisputes.map(({ memberId, month, lineId, state, since, thread }) => (
          <li key={`${memberId} ${month} ${lineId}`} className="card">
            <p>
              <Link to="/statements/$month/$memberId" params={{ month, memberId }} search={{ line: lineId }}>
                {t('periods.dispute', { member: memberName(memberId), month: monthName(month) })}
              </Link>{' '}
              <span className="quiet">{t('periods.dispute-since', { date: date(since) })}</span>{' '}
              {state === 'upheld' && (
                <Badge tone="warn" icon="warn">
                  {t('periods.correction-due')}
                </Badge>
              )}
            </p>
            <p>{thread.at(-1)?.text}</p>
          </li>
        ))}
      </ul>
    </section>
  );
};
