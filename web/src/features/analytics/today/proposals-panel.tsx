import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { api, take } from '../../../api/client.ts';
import { useDirectory } from '../../../api/directory.ts';
import { useTranslate } from '../../../i18n/translate.ts';
import { pageOf } from '../../circulation/own-values/own-kinds.ts';
import { TodayPanel } from './today-panel.tsx';

/** The changes of rules that the signed-in person decides, or sees after their author adopted them alone. */
export const ProposalsPanel = () => {
  const t = useTranslate();
  const { memberName } = useDirectory();
  const { data } = useQuery({
    queryKey: ['proposals'],
    queryFn: () => take(api.GET('/v1/governance/proposals')),
    staleTime: 15_000,
  });
  const waiting = data?.proposals.filter(({ mayDecide }) => mayDecide) ?? [];
  if (!data || waiting.length === 0) return null;
  const person = (by: string): string => data.names[by] ?? t('rule-proposals.somebody');
  return (
    <TodayPanel id="proposals" title={t('rule-proposals.today')} count={waiting.length} isEmpty={false} empty="">
      <ul className="today-rows">
        {waiting.map(({ proposalId, memberId, reason, state, proposed, own }) => (
          <li key={proposalId} className="today-row">
            <div>
              <Link to={own ? pageOf[own.kind] : '/loan-rules'} className="today-title">
                {memberName(memberId)}: {reason}
              </Link>
              <p className="today-under">
                {t(state === 'waiting' ? 'rule-proposals.today-decide' : 'rule-proposals.today-see', {
                  person: person(proposed.by),
                })}
              </p>
            </div>
          </li>
        ))}
      </ul>
    </TodayPanel>
  );
};
