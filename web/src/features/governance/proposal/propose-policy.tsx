import { Button, NativeSelect, Textarea, TextInput } from '@mantine/core';
import { useNavigate } from '@tanstack/react-router';
import { type FormEvent, useState } from 'react';
import { useWho } from '../../../api/current-user.ts';
import { useDirectory } from '../../../api/directory.ts';
import { FailedNotice } from '../../../components/states.tsx';
import { useTranslate } from '../../../i18n/translate.ts';
import { authorsOf } from '../shared/authors.ts';
import { useWrite, type Written } from '../shared/voting.ts';

type Change = NonNullable<Written['change']>;
type Given = {
  isReady: boolean;
  /** Returns the policy as entered, without its decision. */
  policy: () => Omit<Change, 'decisionReference'>;
};

/** Proposes a policy as entered to the members: with a question and reasons, it becomes a proposal that is discussed and voted on. */
export const ProposePolicy = ({ isReady, policy }: Given) => {
  const t = useTranslate();
  const navigate = useNavigate();
  const { memberName } = useDirectory();
  const authors = authorsOf(useWho());
  const write = useWrite();
  const [entered, setEntered] = useState({ title: '', text: '', author: authors[0] ?? '' });
  const submit = (event: FormEvent): void => {
    event.preventDefault();
    const title = entered.title.trim();
    const change = { ...policy(), decisionReference: title } as Change;
    const of = entered.author === '' ? {} : { memberId: entered.author };
    write.mutate(
      { ...of, title, text: entered.text.trim(), change },
      { onSuccess: ({ proposalId }) => void navigate({ to: '/proposals/$proposalId', params: { proposalId } }) },
    );
  };
  return (
    <form className="stack" aria-label={t('policy.propose')} onSubmit={submit}>
      {authors.length > 1 && (
        <NativeSelect
          size="sm"
          label={t('proposals.author')}
          value={entered.author}
          onChange={({ currentTarget: { value } }) => setEntered({ ...entered, author: value })}
        >
          {authors.map((one) => (
            <option key={one} value={one}>
              {one === '' ? t('proposals.consortium') : memberName(one)}
            </option>
          ))}
        </NativeSelect>
      )}
      <TextInput
        size="sm"
        required
        maxLength={160}
        label={t('proposals.question')}
        value={entered.title}
        onChange={({ currentTarget: { value } }) => setEntered({ ...entered, title: value })}
      />
      <Textarea
        size="sm"
        required
        autosize
        minRows={3}
        maxLength={10_000}
        label={t('proposal.reasons')}
        value={entered.text}
        onChange={({ currentTarget: { value } }) => setEntered({ ...entered, text: value })}
      />
      <p>
        <Button size="sm" type="submit" loading={write.isPending} disabled={!isReady}>
          {t('policy.propose')}
        </Button>
      </p>
      {write.error && <FailedNotice thrown={write.error} />}
    </form>
  );
};
