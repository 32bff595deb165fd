import { Link } from '@tanstack/react-router';
import { useDirectory } from '../../../api/directory.ts';
import { useFormat } from '../../../i18n/format.ts';
import { useTranslate } from '../../../i18n/translate.ts';
import { shownCount } from './counts.ts';
import { pageOf } from './policies-panel.tsx';
import { TodayPanel } from './today-panel.tsx';
import type { Today } from './use-today.ts';

/**
 * The changes of rules that the signed-in person decides, or sees after their author adopted them alone; first the votes that the person's
 * libraries have not cast, and the libraries that ask the person to adopt their changes.
 */
export const ProposalsPanel = ({ proposals }: { proposals: NonNullable<Today['proposals']> }) => {
  const t = useTranslate();
  const { memberName } = useDirectory();
  const { date, time } = useFormat();
  const { entries, asking, votes } = proposals;
  const count = proposals.count + asking.length + votes.length;
  return (
    <TodayPanel
      id="proposals"
      title={t('today.rules')}
      count={shownCount({ ...proposals, count })}
      isEmpty={count === 0}
      empty={t('today.rules-none')}
    >
      <ul className="today-rows">
        {votes.map(({ proposalId, title, memberId, closesAt }) => (
          <li key={`${proposalId} ${memberId}`} className="today-row">
            <div>
              <Link to="/proposals/$proposalId" params={{ proposalId }} className="today-title">
                {title}
              </Link>
              <p className="today-under">
                {t('today.votes', { library: memberName(memberId), until: time(closesAt) })}
              </p>
            </div>
          </li>
        ))}
        {asking.map((memberId) => (
          <li key={memberId} className="today-row">
            <Link to="/loan-rules" className="today-title">
              {t('today.asks-you', { library: memberName(memberId) })}
            </Link>
          </li>
        ))}
        {entries.map(({ proposalId, memberId, reason, kind, isAdopted, since }) => (
          <li key={proposalId} className="today-row">
            <div>
              <Link to={pageOf(kind) ?? '/loan-rules'} className="today-title">
                {memberName(memberId)}: {reason}
              </Link>
              <p className="today-under">{t(isAdopted ? 'today.rules-see' : 'today.rules-decide')}</p>
            </div>
            <span className="today-end">{date(since)}</span>
          </li>
        ))}
      </ul>
    </TodayPanel>
  );
};
