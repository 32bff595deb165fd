import { Button } from '@mantine/core';
import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import { useDirectory } from '../../../api/directory.ts';
import { Question } from '../../../components/question.tsx';
import { FailedNotice } from '../../../components/states.tsx';
import { useTranslate } from '../../../i18n/translate.ts';
import { type ShownProposal, useStep } from '../shared/voting.ts';

/** What the person may do before the ballot: open the draft, support the text for a library, write a new text, or withdraw it. */
export const ProposalSteps = ({ shown: { proposal, may } }: { shown: ShownProposal }) => {
  const t = useTranslate();
  const { memberName } = useDirectory();
  const [isWithdrawing, setWithdrawing] = useState(false);
  const step = useStep(proposal.proposalId);
  const { state, v, text, proposalId } = proposal;
  const isWritten = state === 'draft' || state === 'open';
  const supporting = state === 'open' ? may.speakFor.filter((memberId) => !text.supporters.includes(memberId)) : [];
  if (!isWritten) return step.error ? <FailedNotice thrown={step.error} /> : undefined;
  return (
    <div className="stack">
      <p className="row">
        {supporting.map((memberId) => (
          <Button
            key={memberId}
            size="sm"
            loading={step.isPending}
            onClick={() => step.mutate({ step: 'support', v, memberId, number: text.number })}
          >
            {t('proposal.support', { library: memberName(memberId) })}
          </Button>
        ))}
        {may.write && state === 'draft' && (
          <Button size="sm" loading={step.isPending} onClick={() => step.mutate({ step: 'open', v })}>
            {t('proposal.open')}
          </Button>
        )}
        {may.write && (
          <>
            <Button size="sm" variant="default" component={Link} to={`/proposals/${proposalId}/edit`}>
              {t('proposal.edit')}
            </Button>
            <Button size="sm" variant="default" onClick={() => setWithdrawing(true)}>
              {t('proposal.withdraw')}
            </Button>
          </>
        )}
      </p>
      {isWithdrawing && (
        <Question
          yes={t('proposal.withdraw')}
          isPending={step.isPending}
          go={() => step.mutate({ step: 'withdraw', v }, { onSettled: () => setWithdrawing(false) })}
          away={() => setWithdrawing(false)}
        >
          <p>{t('proposal.withdraw-sure')}</p>
        </Question>
      )}
      {step.error && <FailedNotice thrown={step.error} />}
    </div>
  );
};
