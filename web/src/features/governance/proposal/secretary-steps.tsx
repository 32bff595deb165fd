import { Button, Checkbox, NativeSelect, TextInput } from '@mantine/core';
import { type FormEvent, useState } from 'react';
import { useDirectory } from '../../../api/directory.ts';
import { Panel } from '../../../components/panel.tsx';
import { ReasonedForm } from '../../../components/reasoned-form.tsx';
import { FailedNotice } from '../../../components/states.tsx';
import { instantAt, placeTime, usePlaceZone } from '../../../i18n/place-time.ts';
import { useTranslate } from '../../../i18n/translate.ts';
import { type Amendment, type ShownProposal, useEndBallot, useOpenBallot, useStep } from '../shared/voting.ts';
import { type EnteredMethod, MethodFields, methodChoice } from './method-fields.tsx';

type Given = { shown: ShownProposal };

/** Returns whether an amendment may be voted on: it is not settled, or only its author's refusal settled it. */
const mayVoteOn = ({ state, vote }: Amendment): boolean =>
  state === 'evaluating' || (state === 'rejected' && vote === undefined);

/** Opens the ballot: until when it is open, and which libraries are concerned and do not vote. */
const OpenBallot = ({ shown: { proposal, rule, text, amendments } }: Given) => {
  const t = useTranslate();
  const { members } = useDirectory();
  const open = useOpenBallot(proposal.proposalId);
  const zone = usePlaceZone();
  // The minute in which the least time ends is too early.
  const earliest = placeTime(zone, new Date(Date.parse(rule?.earliestClose ?? '') + 60_000));
  const [entered, setEntered] = useState({ day: earliest.day, time: earliest.time });
  const options = text.options?.length ?? 0;
  const allowed = rule?.methods ?? [];
  const [method, setMethod] = useState<EnteredMethod>({
    ...{ by: options > 0 ? (allowed.find((one) => one !== 'consent') ?? '') : '', seats: 1, most: options },
    reviewOn: `${Number(earliest.day.slice(0, 4)) + 1}${earliest.day.slice(4)}`,
  });
  const votable = proposal.state === 'open' ? amendments.filter(mayVoteOn) : [];
  const isTextLast = (proposal.amendmentsOpen ?? 0) > 0;
  const [asked, setAsked] = useState(isTextLast ? (votable[0]?.amendmentId ?? '') : '');
  const [recused, setRecused] = useState<readonly string[]>([]);
  const [isSecret, setSecret] = useState(false);
  const submit = (event: FormEvent): void => {
    event.preventDefault();
    const closesAt = instantAt(entered.day, entered.time).toISOString();
    const chosen = asked === '' ? methodChoice(method) : undefined;
    open.mutate({
      ...{ v: proposal.v, closesAt, recused: [...recused] },
      ...(asked !== '' && { amendmentId: asked }),
      ...{ ...(chosen && { method: chosen }), ...(isSecret && { secret: true }) },
    });
  };
  return (
    <form className="stack" aria-label={t('secretary.open')} onSubmit={submit}>
      {votable.length > 0 && (
        <NativeSelect
          size="sm"
          label={t('secretary.asked')}
          description={t('secretary.amendments-first')}
          value={asked}
          onChange={({ currentTarget: { value } }) => setAsked(value)}
        >
          {votable.map(({ amendmentId, title }) => (
            <option key={amendmentId} value={amendmentId}>
              {t('secretary.an-amendment', { title })}
            </option>
          ))}
          <option value="" disabled={isTextLast}>
            {t('secretary.the-text')}
          </option>
        </NativeSelect>
      )}
      <TextInput
        size="sm"
        required
        type="date"
        label={t('secretary.closes-day')}
        value={entered.day}
        onChange={({ currentTarget: { value } }) => setEntered({ ...entered, day: value })}
      />
      <TextInput
        size="sm"
        required
        type="time"
        label={t('secretary.closes-time')}
        value={entered.time}
        onChange={({ currentTarget: { value } }) => setEntered({ ...entered, time: value })}
      />
      {asked === '' && <MethodFields {...{ allowed, options, entered: method, change: setMethod }} />}
      {rule?.secret && (
        <Checkbox
          size="md"
          label={t('secret-ballot.choose')}
          description={t('secret-ballot.choose-hint', { count: rule.secret.fewest })}
          checked={isSecret}
          onChange={({ currentTarget: { checked } }) => setSecret(checked)}
        />
      )}
      <fieldset className="stack">
        <legend>{t('secretary.recused')}</legend>
        {members.map(({ memberId, name }) => (
          <Checkbox
            key={memberId}
            size="md"
            label={name}
            checked={recused.includes(memberId)}
            onChange={({ currentTarget: { checked } }) =>
              setRecused(checked ? [...recused, memberId] : recused.filter((one) => one !== memberId))
            }
          />
        ))}
      </fieldset>
      <p>
        <Button size="sm" type="submit" loading={open.isPending}>
          {t('secretary.open')}
        </Button>
      </p>
      {open.error && <FailedNotice thrown={open.error} />}
    </form>
  );
};

const EndBallot = ({ shown: { proposal, ballot } }: Given) => {
  const t = useTranslate();
  const [isCancelling, setCancelling] = useState(false);
  const end = useEndBallot(proposal.proposalId);
  if (ballot?.isOver && ballot.secret) return <p>{t('secret-ballot.counted-by-schedule')}</p>;
  if (ballot?.isOver)
    return (
      <div className="stack">
        <p>
          <Button size="sm" loading={end.isPending} onClick={() => end.mutate({ step: 'count' })}>
            {t('secretary.count')}
          </Button>
        </p>
        {end.error && <FailedNotice thrown={end.error} />}
      </div>
    );
  return isCancelling ? (
    <ReasonedForm
      act={t('secretary.cancel')}
      meaning={t('secretary.cancel-meaning')}
      doing={end}
      send={(reason) => end.mutate({ step: 'cancel', v: proposal.v, reason })}
      away={() => setCancelling(false)}
    />
  ) : (
    <p>
      <Button size="sm" variant="default" onClick={() => setCancelling(true)}>
        {t('secretary.cancel')}
      </Button>
    </p>
  );
};

/** The secretary's part of a proposal: open its ballot, count or cancel it, or adopt what was carried once more. */
export const SecretarySteps = ({ shown }: Given) => {
  const t = useTranslate();
  const step = useStep(shown.proposal.proposalId);
  const { state, enactment, v } = shown.proposal;
  if (state === 'draft' || state === 'withdrawn') return undefined;
  const isRefused = enactment?.state === 'refused';
  if (!shown.rule && state !== 'voting' && !isRefused) return undefined;
  return (
    <Panel title={t('secretary.title')}>
      {shown.rule && <OpenBallot shown={shown} />}
      {state === 'voting' && <EndBallot shown={shown} />}
      {isRefused && (
        <div className="stack">
          <p>
            <Button size="sm" loading={step.isPending} onClick={() => step.mutate({ step: 'enact', v })}>
              {t('secretary.enact')}
            </Button>
          </p>
          {step.error && <FailedNotice thrown={step.error} />}
        </div>
      )}
    </Panel>
  );
};
