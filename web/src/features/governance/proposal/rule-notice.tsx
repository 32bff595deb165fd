import { useDirectory } from '../../../api/directory.ts';
import { Panel } from '../../../components/panel.tsx';
import { useTranslate } from '../../../i18n/translate.ts';
import { ruleTexts } from '../shared/rule-text.ts';
import type { ShownProposal } from '../shared/voting.ts';

type Given = { rule: NonNullable<ShownProposal['rule']>; supporters: readonly string[] };

/** How a proposal would be decided today, and which libraries support its text. */
export const RuleNotice = ({ rule, supporters }: Given) => {
  const t = useTranslate();
  const { memberName } = useDirectory();
  return (
    <Panel title={t('proposal.how-decided')} note={rule.name}>
      <ul className="vote-conditions">
        {ruleTexts(t, rule.rule).map((text) => (
          <li key={text}>{text}</li>
        ))}
        <li>
          {t('voting.needs', { yes: rule.needs.yesIfAllVote, voters: rule.needs.entitled })}
          {rule.needs.quorum !== undefined && ` ${t('voting.needs-quorum', { count: rule.needs.quorum })}`}
        </li>
        {rule.supporters > 0 && (
          <li>{t('proposal.support-needed', { has: supporters.length, needed: rule.supporters })}</li>
        )}
      </ul>
      {supporters.length > 0 && (
        <p>{t('proposal.supported-by', { libraries: supporters.map(memberName).join(', ') })}</p>
      )}
    </Panel>
  );
};
