import { Button, NativeSelect, Textarea, TextInput } from '@mantine/core';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { type FormEvent, useState } from 'react';
import { api, keyed, take } from '../../../api/client.ts';
import { hasRole, type operations, useWho } from '../../../api/current-user.ts';
import { useDirectory } from '../../../api/directory.ts';
import { useKey } from '../../../api/use-key.ts';
import { FailedNotice } from '../../../components/states.tsx';
import { useFormat } from '../../../i18n/format.ts';
import { useTranslate } from '../../../i18n/translate.ts';
import { type Dispute, type Place, statementKey } from './statement.ts';

type Body = operations['finance-discuss-line']['requestBody']['content']['application/json'];

const useDiscuss = ({ month, memberId }: Place, lineId: string) => {
  const client = useQueryClient();
  const key = useKey();
  return useMutation({
    mutationFn: (body: Body) =>
      take(
        api.POST('/v1/finance/periods/{month}/statements/{memberId}/lines/{lineId}/dispute', {
          params: { path: { month, memberId, lineId } },
          body,
          ...keyed(key.keyFor({ lineId, body })),
        }),
      ),
    onSuccess: () =>
      Promise.all(
        [statementKey({ month, memberId }), ['periods']].map((queryKey) => client.invalidateQueries({ queryKey })),
      ),
    onSettled: (_, thrown) => key.settle(thrown),
  });
};

const Thread = ({ dispute: { thread, memberId } }: { dispute: Dispute }) => {
  const t = useTranslate();
  const { time } = useFormat();
  const { memberName } = useDirectory();
  return (
    <ol className="thread" aria-label={t('dispute.thread')}>
      {thread.map(({ at, side, text, decides, reopens }) => (
        <li key={`${at} ${text}`} className={`comment comment-${side}`}>
          <p className="quiet">
            {side === 'member' ? memberName(memberId) : t('dispute.consortium')}, {time(at)}
            {decides && ` – ${t(`dispute-state.${decides}`)}`}
            {reopens && ` – ${t('dispute.reopened')}`}
          </p>
          <p>{text}</p>
        </li>
      ))}
    </ol>
  );
};

const answers = ['say', 'upheld', 'rejected', 'reopen'] as const;
type Answer = (typeof answers)[number];

/** Returns what the reader may decide with a comment: of an upheld dispute, another person declines the rest. */
const answersTo = (dispute: Dispute | undefined, isMember: boolean): readonly Answer[] => {
  if (!dispute) return ['say'];
  if (isMember) return dispute.state === 'open' ? ['say'] : ['say', 'reopen'];
  if (dispute.state === 'open') return ['say', 'upheld', 'rejected'];
  return dispute.state === 'upheld' ? ['say', 'rejected'] : ['say'];
};

type Asked = { place: Place; lineId: string; dispute: Dispute | undefined; currency: string };

/** The form for another comment: the consortium may decide with it, and the member may reopen what was decided. */
const Say = ({
  place,
  lineId,
  dispute,
  currency,
  isMember,
  isBegun,
}: Asked & { isMember: boolean; isBegun: boolean }) => {
  const t = useTranslate();
  const { minor } = useFormat();
  const [text, setText] = useState('');
  const [sum, setSum] = useState('');
  const [chosen, setAnswer] = useState<Answer>('say');
  const discuss = useDiscuss(place, lineId);
  const offered = answersTo(dispute, isMember);
  const answer = offered.includes(chosen) ? chosen : 'say';
  const amount = minor(sum.trim(), currency) ?? 0;
  const isFit = text.trim() !== '' && (answer !== 'upheld' || amount > 0);
  const submit = (event: FormEvent): void => {
    event.preventDefault();
    if (!isFit) return;
    const body: Body = {
      text: text.trim(),
      ...(answer === 'reopen' && { reopens: true as const }),
      ...(answer === 'rejected' && { decides: answer }),
      ...(answer === 'upheld' && { decides: answer, amount }),
    };
    discuss.mutate(body, { onSuccess: () => setText('') });
  };
  const label = dispute ? t(isMember ? 'dispute.say-more' : 'dispute.answer') : t('dispute.begin');
  return (
    <form className="comment-form" aria-label={label} onSubmit={submit}>
      <Textarea
        size="sm"
        autoFocus={isBegun}
        label={t(dispute ? 'dispute.text' : 'dispute.what-is-wrong')}
        autosize
        minRows={2}
        maxLength={2000}
        value={text}
        onChange={({ currentTarget: { value } }) => setText(value)}
      />
      {offered.length > 1 && (
        <NativeSelect
          size="sm"
          label={t('dispute.decision')}
          value={answer}
          data={offered.map((value) => ({
            value,
            label: t(dispute?.state === 'upheld' && value === 'rejected' ? 'dispute.declined' : `dispute.${value}`),
          }))}
          onChange={({ currentTarget: { value } }) => setAnswer(answers.find((one) => one === value) ?? 'say')}
        />
      )}
      {answer === 'upheld' && (
        <TextInput
          size="sm"
          inputMode="decimal"
          label={t('dispute.amount', { currency })}
          maxLength={14}
          value={sum}
          onChange={({ currentTarget: { value } }) => setSum(value)}
        />
      )}
      <Button type="submit" size="sm" disabled={!isFit} loading={discuss.isPending}>
        {label}
      </Button>
      <p role="status">{discuss.isSuccess && t('dispute.said')}</p>
      {discuss.error && <FailedNotice thrown={discuss.error} />}
    </form>
  );
};

/** The amount that was upheld, and what of it still waits for its correction. */
const Upheld = ({ dispute: { upheldAmount, corrections = [] }, currency }: { dispute: Dispute; currency: string }) => {
  const t = useTranslate();
  const { money } = useFormat();
  const entered = corrections.reduce((sum, { amount }) => sum + amount, 0);
  return (
    <p className="notice">
      {upheldAmount !== undefined &&
        t('dispute.amount-due', {
          amount: money(upheldAmount, currency),
          rest: money(upheldAmount - entered, currency),
        })}{' '}
      {t('dispute.correction-due')}
    </p>
  );
};

/**
 * The discussion of a line: the member starts it, and the consortium's finance staff answer and decide. `isBegun`: the reader is about to
 * write.
 */
export const Discussion = ({ isClosed, isBegun, ...asked }: Asked & { isClosed: boolean; isBegun: boolean }) => {
  const t = useTranslate();
  const who = useWho();
  const { place, dispute } = asked;
  // As in the API, a member's staff speak for the member, even when they also prepare the consortium's money.
  const isMember = hasRole(who, 'member-finance') && who.member === place.memberId;
  const maySpeak =
    isMember || ((hasRole(who, 'finance-preparer') || hasRole(who, 'finance-approver')) && dispute !== undefined);
  return (
    <div className="stack">
      <h4>{t('dispute.title')}</h4>
      {dispute ? <Thread dispute={dispute} /> : <p className="quiet">{t('dispute.none')}</p>}
      {dispute?.state === 'upheld' && <Upheld dispute={dispute} currency={asked.currency} />}
      {dispute?.state === 'corrected' && <p className="quiet">{t('dispute-state.corrected')}</p>}
      {isClosed && maySpeak && <Say {...asked} isMember={isMember} isBegun={isBegun} />}
    </div>
  );
};
