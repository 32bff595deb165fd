import { holdsAt, useWho } from '../../../api/current-user.ts';
import { Panel } from '../../../components/panel.tsx';
import { FailedNotice, Waiting } from '../../../components/states.tsx';
import { useTranslate } from '../../../i18n/translate.ts';
import { ProposalCard } from './proposal-card.tsx';
import { SecondPerson } from './second-person.tsx';
import { useProposals } from './use-proposals.ts';

/** The proposed changes of rules that concern the signed-in person, and who decides for libraries from outside. */
export const RuleProposals = ({ currency }: { currency: string }) => {
  const t = useTranslate();
  const who = useWho();
  const { data, error, refetch } = useProposals();
  if (error) return <FailedNotice thrown={error} again={() => void refetch()} />;
  if (!data) return <Waiting rows={1} height={48} />;
  const { proposals, seconds, names } = data;
  const administered =
    who?.kind === 'staff' ? who.grants.flatMap((one) => (one.scope === 'member' ? [one.member] : [])) : [];
  const own = [...new Set(administered)].filter((memberId) => holdsAt(who, memberId, 'member-admin'));
  const shown = [...new Set([...own, ...seconds.map(({ memberId }) => memberId)])];
  return (
    <Panel title={t('rule-proposals.title')} count={proposals.length}>
      {proposals.length === 0 && <p className="quiet">{t('rule-proposals.none')}</p>}
      <ul className="rule-proposals">
        {proposals.map((proposal) => (
          <ProposalCard key={`${proposal.proposalId} ${proposal.v}`} {...{ proposal, names, currency }} />
        ))}
      </ul>
      {shown.map((memberId) => (
        <SecondPerson
          key={memberId}
          memberId={memberId}
          second={seconds.find((one) => one.memberId === memberId)}
          isAdministrator={own.includes(memberId)}
        />
      ))}
    </Panel>
  );
};
