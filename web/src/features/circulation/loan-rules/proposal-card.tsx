import { Button, TextInput } from '@mantine/core';
import { type FormEvent, useState } from 'react';
import { useDirectory } from '../../../api/directory.ts';
import { FailedNotice } from '../../../components/states.tsx';
import { useFormat } from '../../../i18n/format.ts';
import { useTranslate } from '../../../i18n/translate.ts';
import { OwnDifferences } from '../own-values/own-differences.tsx';
import { ConflictNotice } from './conflict-notice.tsx';
import { RuleDifferences } from './rule-differences.tsx';
import { RuleDiffers } from './use-adopt-rule.ts';
import { type Proposal, useDecideProposal, useProposeOwn, useProposeRules } from './use-proposals.ts';

type Props = { proposal: Proposal; names: Readonly<Record<string, string>>; currency: string };

/** Shows a proposal with the actions of the signed-in person: decide or see it, or as its author withdraw it or apply it to new rules. */
const Steps = ({ proposal, currency }: Omit<Props, 'names'>) => {
  const t = useTranslate();
  const decide = useDecideProposal(proposal);
  const againRules = useProposeRules();
  const againOwn = useProposeOwn();
  const again = proposal.own ? againOwn : againRules;
  const [reason, setReason] = useState<string>();
  const { state, mine, mayDecide, outdated, memberId, proposalId, changes, effectiveFrom } = proposal;
  const isPending = decide.isPending || again.isPending;
  const step = (name: 'adopt' | 'withdraw' | 'see') => () => decide.mutate({ step: name });
  const rebase = () => {
    const isLater = effectiveFrom !== undefined && Date.parse(effectiveFrom) > Date.now();
    const same = { memberId, reason: proposal.reason, replaces: proposalId, ...(isLater && { effectiveFrom }) };
    if (proposal.own) againOwn.mutate({ ...same, own: proposal.own });
    else againRules.mutate({ ...same, changes });
  };
  const decline = (event: FormEvent): void => {
    event.preventDefault();
    decide.mutate({ step: 'decline', reason: (reason ?? '').trim() });
  };
  const error = decide.error ?? again.error;
  return (
    <>
      {outdated && (
        <p className="notice notice-warn">{t(mine ? 'rule-proposals.outdated-own' : 'rule-proposals.outdated')}</p>
      )}
      {reason !== undefined && (
        <form className="rule-fields" aria-label={t('rule-proposals.decline')} onSubmit={decline}>
          <TextInput
            size="sm"
            required
            maxLength={300}
            label={t('rule-proposals.decline-reason')}
            value={reason}
            onChange={({ currentTarget }) => setReason(currentTarget.value)}
          />
          <Button size="sm" type="submit" loading={isPending}>
            {t('rule-proposals.decline')}
          </Button>
        </form>
      )}
      <p className="rule-steps">
        {mayDecide && state === 'waiting' && reason === undefined && (
          <>
            <Button size="sm" loading={isPending} disabled={outdated} onClick={step('adopt')}>
              {t('rule-proposals.adopt')}
            </Button>
            <Button size="sm" variant="default" onClick={() => setReason('')}>
              {t('rule-proposals.decline')}
            </Button>
          </>
        )}
        {mayDecide && state === 'adopted' && (
          <Button size="sm" variant="default" loading={isPending} onClick={step('see')}>
            {t('rule-proposals.see')}
          </Button>
        )}
        {mine && state === 'waiting' && outdated && (
          <Button size="sm" loading={isPending} onClick={rebase}>
            {t('rule-proposals.rebase')}
          </Button>
        )}
        {mine && state === 'waiting' && (
          <Button size="sm" variant="default" loading={isPending} onClick={step('withdraw')}>
            {t('rule-proposals.withdraw')}
          </Button>
        )}
      </p>
      {error instanceof RuleDiffers ? (
        <ConflictNotice {...{ error, currency, own: proposal.own?.kind }} />
      ) : (
        error && <FailedNotice thrown={error} />
      )}
    </>
  );
};

/** A proposed change of rules: who proposes what, why and from when, and what became of it. */
export const ProposalCard = ({ proposal, names, currency }: Props) => {
  const t = useTranslate();
  const { date } = useFormat();
  const { memberName } = useDirectory();
  const { memberId, state, alone, seen, changes, own, reason, proposed, decided, effectiveFrom } = proposal;
  const person = (by: string): string => names[by] ?? t('rule-proposals.somebody');
  const begins = effectiveFrom === undefined ? t('rule-proposals.at-once') : date(effectiveFrom);
  return (
    <li className="rule-proposal">
      <p>
        <strong>{memberName(memberId)}</strong>{' '}
        <span className="quiet">
          {t('rule-proposals.by', { person: person(proposed.by), day: date(proposed.at), begins })}
        </span>
      </p>
      <p>{t('rule-proposals.reason-is', { reason })}</p>
      {own ? <OwnDifferences {...{ own, currency }} /> : <RuleDifferences {...{ changes, currency }} />}
      {decided && (
        <p className="quiet">
          {t(alone ? 'rule-proposals.state-alone' : `rule-proposals.state-${state === 'waiting' ? 'adopted' : state}`, {
            ...{ person: person(decided.by), day: date(decided.at) },
          })}
          {decided.reason !== undefined && ` ${t('rule-proposals.reason-is', { reason: decided.reason })}`}
          {seen && ` ${t('rule-proposals.seen', { person: person(seen.by), day: date(seen.at) })}`}
        </p>
      )}
      <Steps {...{ proposal, currency }} />
    </li>
  );
};
