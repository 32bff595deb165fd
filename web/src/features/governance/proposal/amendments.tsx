import { Button } from '@mantine/core';
import { useState } from 'react';
import { useDirectory } from '../../../api/directory.ts';
import { Badge, type Tone } from '../../../components/badge.tsx';
import { Panel } from '../../../components/panel.tsx';
import { staffName } from '../../../components/staff-name.ts';
import { FailedNotice } from '../../../components/states.tsx';
import { useFormat } from '../../../i18n/format.ts';
import { useTranslate } from '../../../i18n/translate.ts';
import { type Amendment, type ShownProposal, useSettle } from '../shared/voting.ts';
import { AmendForm } from './amend-form.tsx';
import { placeName, valueText } from './place-name.ts';
import { RecordDownload } from './record-download.tsx';

const tones: Record<Amendment['state'], Tone> = {
  ...{ evaluating: 'info', accepted: 'good', rejected: 'none', withdrawn: 'none', obsolete: 'none' },
};

/** What the person may do with an amendment that is not settled. */
const Steps = ({ shown: { proposal, may }, amendment }: { shown: ShownProposal; amendment: Amendment }) => {
  const t = useTranslate();
  const settle = useSettle(proposal.proposalId, amendment.amendmentId);
  const { v } = proposal;
  const isOwn = amendment.memberId === undefined ? may.run : may.speakFor.includes(amendment.memberId);
  if (proposal.state !== 'open' || amendment.state !== 'evaluating' || !(may.write || isOwn)) return undefined;
  return (
    <>
      {may.write && <p className="quiet">{t('amendments.accept-meaning')}</p>}
      <p className="row">
        {may.write &&
          (['accept', 'reject'] as const).map((step) => (
            <Button
              key={step}
              size="sm"
              variant={step === 'accept' ? 'filled' : 'default'}
              loading={settle.isPending}
              onClick={() => settle.mutate({ step, v })}
            >
              {t(`amendments.${step}`)}
            </Button>
          ))}
        {isOwn && (
          <Button
            size="sm"
            variant="default"
            loading={settle.isPending}
            onClick={() => settle.mutate({ step: 'withdraw', v })}
          >
            {t('amendments.withdraw')}
          </Button>
        )}
      </p>
      {settle.error && <FailedNotice thrown={settle.error} />}
    </>
  );
};

const AmendmentRow = ({ shown, amendment }: { shown: ShownProposal; amendment: Amendment }) => {
  const t = useTranslate();
  const { date } = useFormat();
  const { memberName } = useDirectory();
  const { title, reason, memberId, number, changes, text, state, proposed, vote } = amendment;
  return (
    <li className="row-card">
      <section className="row-body" aria-label={title}>
        <h3>
          {title} <Badge tone={tones[state]}>{t(`amendment-state.${state}`)}</Badge>
        </h3>
        <p className="quiet">
          {memberId ? memberName(memberId) : t('proposals.consortium')} · {staffName(proposed.by, shown.names)} ·{' '}
          {date(proposed.at)} · {t('amendments.of-text', { number })}
        </p>
        <p>{reason}</p>
        {changes.map(({ at, to }) => (
          <p key={at}>
            {placeName(at)}: <strong>{to === undefined ? t('policy.none') : valueText(to)}</strong>{' '}
            {t('amendments.instead')}
          </p>
        ))}
        {text !== undefined && (
          <>
            <p className="quiet">{t('amendments.reasons')}</p>
            <blockquote>{text}</blockquote>
          </>
        )}
        {vote && (
          <>
            <p>{t('amendments.voted', { ...vote, outcome: t(`vote-outcome.${vote.outcome}`) })}</p>
            <RecordDownload ballotId={vote.ballotId} />
          </>
        )}
        <Steps shown={shown} amendment={amendment} />
      </section>
    </li>
  );
};

/** The amendments of a proposal: what each asks for, what became of it, and the form to propose one. */
export const Amendments = ({ shown }: { shown: ShownProposal }) => {
  const t = useTranslate();
  const { time } = useFormat();
  const [isWriting, setWriting] = useState(false);
  const { proposal, amendments, mayAmend, may } = shown;
  const { state, amendUntil } = proposal;
  return (
    <Panel title={t('amendments.title')} count={amendments.length}>
      {state === 'open' && (
        <p className="quiet">
          {!mayAmend
            ? t('amendments.closed')
            : amendUntil === undefined
              ? t('amendments.until-vote')
              : t('amendments.until', { time: time(amendUntil) })}
        </p>
      )}
      {amendments.length === 0 && <p>{t('amendments.none')}</p>}
      <ul className="rows">
        {amendments.map((amendment) => (
          <AmendmentRow key={amendment.amendmentId} {...{ shown, amendment }} />
        ))}
      </ul>
      {mayAmend && (may.run || may.speakFor.length > 0) && (
        <>
          <p>
            <Button size="sm" variant="default" aria-expanded={isWriting} onClick={() => setWriting(!isWriting)}>
              {t('amendments.write')}
            </Button>
          </p>
          {isWriting && <AmendForm key={proposal.text.number} shown={shown} />}
        </>
      )}
    </Panel>
  );
};
