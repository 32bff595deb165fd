import { holdsAt, useWho } from '../../../api/current-user.ts';
import { Panel } from '../../../components/panel.tsx';
import { FailedNotice, Waiting } from '../../../components/states.tsx';
import { useTranslate } from '../../../i18n/translate.ts';
import type { OwnKind } from '../own-values/own-kinds.ts';
import { ProposalCard } from './proposal-card.tsx';
import { SecondPerson } from './second-person.tsx';
import { useProposals } from './use-proposals.ts';

type Props = {
  currency: string;
  /** The policy whose proposals are listed; the loan rules when absent. */
  kind?: OwnKind;
};

/** The proposed changes of one policy that concern the signed-in person, and who decides for libraries from outside. */
export const RuleProposals = ({ currency, kind }: Props) => {
  const t = useTranslate();
  const who = useWho();
  const { data, error, refetch } = useProposals();
  if (error) return <FailedNotice thrown={error} again={() => void refetch()} />;
  if (!data) return <Waiting rows={1} height={48} />;
  const { seconds, names } = data;
  const proposals = data.proposals.filter(({ own }) => own?.kind === kind);
  const administered =
    who?.kind === 'staff' ? who.grants.flatMap((one) => (one.scope === 'member' ? [one.member] : [])) : [];
  const ownLibraries = [...new Set(administered)].filter((memberId) => holdsAt(who, memberId, 'member-admin'));
  const shown = [...new Set([...ownLibraries, ...seconds.map(({ memberId }) => memberId)])];
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
          isAdministrator={ownLibraries.includes(memberId)}
        />
      ))}
    </Panel>
  );
};
