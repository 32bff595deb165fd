import { Button, Checkbox, Textarea } from '@mantine/core';
import { type FormEvent, useState } from 'react';
import { useTranslate } from '../../../i18n/translate.ts';
import type { Choice, Method } from '../shared/voting.ts';

type Of<By extends string> = Extract<Method, { by: By }>;
type Election = Extract<Method, { options: unknown }>;
type Given<M> = { method: M; before: Choice | undefined; choose: (choice: Choice) => void };

/** The answers in a round of consent; an objection says how the proposal would harm the common aim. */
const ConsentPaper = ({ before, choose }: Given<Of<'consent'>>) => {
  const t = useTranslate();
  const own = typeof before === 'object' && 'answer' in before ? before : undefined;
  const [isObjecting, setObjecting] = useState(false);
  const [reason, setReason] = useState(own?.answer === 'object' ? own.reason : '');
  const object = (event: FormEvent): void => {
    event.preventDefault();
    if (reason.trim() !== '') choose({ answer: 'object', reason: reason.trim() });
  };
  if (isObjecting)
    return (
      <form className="stack" aria-label={t('consent.object')} onSubmit={object}>
        <Textarea
          autosize
          required
          minRows={2}
          maxLength={2000}
          label={t('consent.reason')}
          value={reason}
          onChange={({ currentTarget: { value } }) => setReason(value.replaceAll('\n', ' '))}
        />
        <p className="row">
          <Button type="submit" disabled={reason.trim() === ''}>
            {t('consent.object')}
          </Button>
          <Button variant="default" onClick={() => setObjecting(false)}>
            {t('do.not-now')}
          </Button>
        </p>
      </form>
    );
  return (
    <p className="row">
      {(['consent', 'aside'] as const).map((answer) => (
        <Button
          key={answer}
          variant={own?.answer === answer ? 'filled' : 'default'}
          disabled={own?.answer === answer}
          onClick={() => choose({ answer })}
        >
          {t(`consent.${answer}`)}
        </Button>
      ))}
      <Button variant={own?.answer === 'object' ? 'filled' : 'default'} onClick={() => setObjecting(true)}>
        {t('consent.object')}
      </Button>
    </p>
  );
};

/** The options of a ballot by approval: several may be marked, up to a number. */
const ApprovalPaper = ({ method: { options, most = options.length }, before, choose }: Given<Election>) => {
  const t = useTranslate();
  const own = typeof before === 'object' && 'approves' in before ? before.approves : [];
  const [marked, setMarked] = useState<readonly string[]>(own);
  return (
    <fieldset className="stack">
      <legend>{t('ballot-paper.approve', { most })}</legend>
      {options.map(({ optionId, name }) => (
        <Checkbox
          key={optionId}
          size="md"
          label={name}
          checked={marked.includes(optionId)}
          disabled={marked.length >= most && !marked.includes(optionId)}
          onChange={({ currentTarget: { checked } }) =>
            setMarked(checked ? [...marked, optionId] : marked.filter((one) => one !== optionId))
          }
        />
      ))}
      <p className="row">
        <Button disabled={marked.length === 0} onClick={() => choose({ approves: [...marked] })}>
          {t('ballot-paper.ready')}
        </Button>
        <Button variant="default" onClick={() => choose({ approves: [] })}>
          {t('choice.abstain')}
        </Button>
      </p>
    </fieldset>
  );
};

/** The options of a ranked ballot: each is chosen in turn, the preferred one first. Those that are not chosen are all below. */
const RankedPaper = ({ method: { options }, before, choose }: Given<Election>) => {
  const t = useTranslate();
  const own = typeof before === 'object' && 'ranking' in before ? before.ranking : [];
  const [ranking, setRanking] = useState<readonly string[]>(own);
  const nameOf = (optionId: string): string => options.find((one) => one.optionId === optionId)?.name ?? optionId;
  return (
    <fieldset className="stack">
      <legend>{t('ballot-paper.rank')}</legend>
      <ol aria-label={t('ballot-paper.order')}>
        {ranking.map((optionId) => (
          <li key={optionId}>{nameOf(optionId)}</li>
        ))}
      </ol>
      <p className="row">
        {options
          .filter(({ optionId }) => !ranking.includes(optionId))
          .map(({ optionId, name }) => (
            <Button key={optionId} variant="default" onClick={() => setRanking([...ranking, optionId])}>
              {t('ballot-paper.next', { place: ranking.length + 1, option: name })}
            </Button>
          ))}
      </p>
      <p className="row">
        <Button disabled={ranking.length === 0} onClick={() => choose({ ranking: [...ranking] })}>
          {t('ballot-paper.ready')}
        </Button>
        {ranking.length > 0 && (
          <Button variant="default" onClick={() => setRanking([])}>
            {t('ballot-paper.again')}
          </Button>
        )}
        <Button variant="default" onClick={() => choose({ ranking: [] })}>
          {t('choice.abstain')}
        </Button>
      </p>
    </fieldset>
  );
};

/** What a library votes with in a ballot by consent, approval or order of preference. */
export const BallotPaper = ({ method, before, choose }: Given<Method>) =>
  method.by === 'consent' ? (
    <ConsentPaper {...{ method, before, choose }} />
  ) : method.by === 'approval' ? (
    <ApprovalPaper {...{ method, before, choose }} />
  ) : (
    <RankedPaper {...{ method, before, choose }} />
  );
