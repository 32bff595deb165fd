import { Button, TextInput } from '@mantine/core';
import { type FormEvent, useState } from 'react';
import { useDirectory } from '../../../api/directory.ts';
import { FailedNotice } from '../../../components/states.tsx';
import { useTranslate } from '../../../i18n/translate.ts';
import { type Proposals, useSetSecond } from './use-proposals.ts';

type Props = { memberId: string; second: Proposals['seconds'][number] | undefined; isAdministrator: boolean };

/**
 * Shows the second person of another library who adopts a library's changes: named by its administrator, accepted by that person, withdrawn
 * by either.
 */
export const SecondPerson = ({ memberId, second, isAdministrator }: Props) => {
  const t = useTranslate();
  const { memberName } = useDirectory();
  const set = useSetSecond(memberId);
  const [email, setEmail] = useState('');
  const name = (event: FormEvent): void => {
    event.preventDefault();
    set.mutate({ step: 'name', email: email.trim() }, { onSuccess: () => setEmail('') });
  };
  const person = second?.name ?? t('rule-proposals.somebody');
  const library = memberName(memberId);
  return (
    <section className="stack" aria-label={t('rule-proposals.second', { library })}>
      <h3>{t('rule-proposals.second', { library })}</h3>
      <p className="quiet">{t('rule-proposals.second-meaning')}</p>
      {second && (
        <p>
          {t(second.isMe ? `rule-proposals.me-${second.state}` : `rule-proposals.is-${second.state}`, {
            person,
            library,
          })}
        </p>
      )}
      {second && (
        <p className="rule-steps">
          {second.isMe && second.state === 'named' && (
            <Button size="sm" loading={set.isPending} onClick={() => set.mutate({ step: 'accept' })}>
              {t('rule-proposals.accept')}
            </Button>
          )}
          {(second.isMe || isAdministrator) && (
            <Button
              size="sm"
              variant="default"
              loading={set.isPending}
              onClick={() => set.mutate({ step: 'withdraw' })}
            >
              {t('rule-proposals.withdraw-second')}
            </Button>
          )}
        </p>
      )}
      {!second && isAdministrator && (
        <form className="rule-fields" aria-label={t('rule-proposals.name-second')} onSubmit={name}>
          <TextInput
            size="sm"
            type="email"
            required
            maxLength={254}
            label={t('rule-proposals.second-email')}
            value={email}
            onChange={({ currentTarget }) => setEmail(currentTarget.value)}
          />
          <Button size="sm" type="submit" variant="default" loading={set.isPending}>
            {t('rule-proposals.name-second')}
          </Button>
        </form>
      )}
      {set.error && <FailedNotice thrown={set.error} />}
    </section>
  );
};
