import { Button } from '@mantine/core';
import { Panel } from '../../../components/panel.tsx';
import { FailedNotice } from '../../../components/states.tsx';
import { useFormat } from '../../../i18n/format.ts';
import { useTranslate } from '../../../i18n/translate.ts';
import { isSimulated } from '../shared/effect.ts';
import { RuleEffect } from '../shared/rule-effect.tsx';
import { type ShownProposal, useSimulate } from '../shared/voting.ts';
import { EffectComparison } from './effect-comparison.tsx';

const parts = ['simulation', 'since-opened', 'after-30', 'after-90'] as const;

/** What the rules of a proposal would have changed in the year before, since it was opened, and after they began. */
export const ProposalEffects = ({ shown: { proposal, effects, may } }: { shown: ShownProposal }) => {
  const t = useTranslate();
  const { date } = useFormat();
  const run = useSimulate(proposal.proposalId);
  if (!isSimulated(proposal.kind)) return undefined;
  const { state, v } = proposal;
  const isAttached = proposal.simulation?.number === proposal.text.number;
  const mayAttach = (may.write || may.run) && state !== 'voting' && state !== 'decided' && state !== 'withdrawn';
  const mayRenew = state === 'voting' && (may.run || may.speakFor.length > 0);
  return (
    <Panel title={t('effect.title')}>
      {!isAttached && <p>{t('effect.not-attached')}</p>}
      <EffectComparison effects={effects} />
      {parts.map((part) => {
        const found = effects.find((one) => one.part === part);
        return (
          found && (
            <section key={part} className="stack" aria-label={t(`effect-part.${part}`)}>
              <h3>{t(`effect-part.${part}`)}</h3>
              <RuleEffect replayed={found} />
              <p className="quiet">{t('effect.made', { day: date(found.at) })}</p>
            </section>
          )
        );
      })}
      {(mayAttach || mayRenew) && (
        <p>
          <Button
            size="sm"
            variant={isAttached ? 'default' : 'filled'}
            loading={run.isPending}
            onClick={() => run.mutate({ v })}
          >
            {t(isAttached ? 'effect.run-again' : 'effect.run')}
          </Button>
        </p>
      )}
      {run.error && <FailedNotice thrown={run.error} />}
    </Panel>
  );
};
