import { Button, NativeSelect, Textarea } from '@mantine/core';
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
      {thread.map(({ at, side, text, decides }) => (
        <li key={`${at} ${text}`} className={`comment comment-${side}`}>
          <p className="quiet">
            {side === 'member' ? memberName(memberId) : t('dispute.consortium')}, {time(at)}
            {decides && ` – ${t(`dispute-state.${decides}`)}`}
          </p>
          <p>{text}</p>
        </li>
      ))}
    </ol>
  );
};

const answers = ['say', 'upheld', 'rejected'] as const;
type Answer = (typeof answers)[number];
/** The answers to a dispute that is upheld: another person may decline the correction. */
const answersToUpheld = ['say', 'rejected'] as const;

type Asked = { place: Place; lineId: string; dispute: Dispute | undefined };

/** The form for another comment; the consortium may decide with it while the dispute is open. */
const Say = ({ place, lineId, dispute, isMember, isBegun }: Asked & { isMember: boolean; isBegun: boolean }) => {
  const t = useTranslate();
  const [text, setText] = useState('');
  const [answer, setAnswer] = useState<Answer>('say');
  const discuss = useDiscuss(place, lineId);
  const isUpheld = dispute?.state === 'upheld';
  const decides = !isMember && (dispute?.state === 'open' || isUpheld);
  const submit = (event: FormEvent): void => {
    event.preventDefault();
    const message = text.trim();
    if (message === '') return;
    const body: Body = { text: message, ...(decides && answer !== 'say' && { decides: answer }) };
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
      {decides && (
        <NativeSelect
          size="sm"
          label={t('dispute.decision')}
          value={answer}
          data={(isUpheld ? answersToUpheld : answers).map((value) => ({
            value,
            label: t(isUpheld && value === 'rejected' ? 'dispute.declined' : `dispute.${value}`),
          }))}
          onChange={({ currentTarget: { value } }) => setAnswer(answers.find((one) => one === value) ?? 'say')}
        />
      )}
      <Button type="submit" size="sm" disabled={text.trim() === ''} loading={discuss.isPending}>
        {label}
      </Button>
      <p role="status">{discuss.isSuccess && t('dispute.said')}</p>
      {discuss.error && <FailedNotice thrown={discuss.error} />}
    </form>
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
      {dispute?.state === 'upheld' && <p className="notice">{t('dispute.correction-due')}</p>}
      {dispute?.state === 'corrected' && <p className="quiet">{t('dispute-state.corrected')}</p>}
      {isClosed && maySpeak && <Say {...asked} isMember={isMember} isBegun={isBegun} />}
    </div>
  );
};
