import { Badge, type Tone } from '../../../components/badge.tsx';
import { useTranslate } from '../../../i18n/translate.ts';
import type { Proposal } from './voting.ts';

const tones: Record<NonNullable<Proposal['outcome']>, Tone> = {
  ...{
    carried: 'good',
    lost: 'none',
    tied: 'warn',
    inquorate: 'warn',
    vetoed: 'none',
    objected: 'warn',
    elected: 'good',
  },
};

/** The state of a proposal, or the result of its ballot and whether the policy was adopted. */
export const ProposalState = ({
  proposal: { state, outcome, enactment, chosen },
}: {
  proposal: Pick<Proposal, 'state' | 'outcome' | 'enactment' | 'chosen'>;
}) => {
  const t = useTranslate();
  if (state !== 'decided' || !outcome)
    return <Badge tone={state === 'voting' ? 'info' : 'none'}>{t(`proposal-state.${state}`)}</Badge>;
  return (
    <>
      <Badge tone={tones[outcome]}>{t(`vote-outcome.${outcome}`)}</Badge> {chosen?.join(', ')}
      {enactment && (
        <Badge tone={enactment.state === 'enacted' ? 'good' : 'bad'}>{t(`enactment.${enactment.state}`)}</Badge>
      )}
    </>
  );
};
