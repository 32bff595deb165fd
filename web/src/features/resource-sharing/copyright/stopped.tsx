import { Link } from '@tanstack/react-router';
import { FailedNotice, Waiting } from '../../../components/states.tsx';
import { useFormat } from '../../../i18n/format.ts';
import { useTranslate } from '../../../i18n/translate.ts';
import { useTitleOf, WantedLine } from '../shared/wanted-line.tsx';
import { useStopped } from './counts.ts';

/** The requests that wait for the justification of a further copy; each links to its form. */
export const Stopped = ({ memberId }: { memberId: string }) => {
  const t = useTranslate();
  const { date } = useFormat();
  const titleOf = useTitleOf();
  const { rows, error, refetch } = useStopped(memberId);
  if (error) return <FailedNotice thrown={error} again={() => void refetch()} />;
  if (!rows) return <Waiting rows={1} height={80} />;
  if (rows.length === 0) return <p>{t('copyright.none-waiting')}</p>;
  return (
    <ul className="rows">
      {rows.map((row) => {
        const { requestId, placedAt, needBy } = row;
        const title = titleOf(row);
        const dates = [
          t('loans.placed', { date: date(placedAt) }),
          needBy && t('loans.need-by', { date: date(needBy) }),
        ];
        return (
          <li key={requestId} className="row-card">
            <div className="row-body">
              <h3 className="row-title">{title}</h3>
              <WantedLine row={row} />
              <p className="quiet">{dates.filter(Boolean).join(' · ')}</p>
            </div>
            <Link
              to="/loans/$requestId"
              params={{ requestId }}
              className="step-link"
              aria-label={t('copyright.decide-one', { title })}
            >
              {t('copyright.decide')}
            </Link>
          </li>
        );
      })}
    </ul>
  );
};
