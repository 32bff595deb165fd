import { Button, TextInput } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { type FormEvent, useState } from 'react';
import { api, take } from '../../../api/client.ts';
import { CodeInput } from '../../../components/code-input.tsx';
import { NewPinInput, type PinLength } from '../../../components/new-pin-input.tsx';
import { FailedNotice } from '../../../components/states.tsx';
import { useTitle } from '../../../components/use-title.ts';
import { useTranslate } from '../../../i18n/translate.ts';

type Sent = { card: string; minutes: number; pinLength: PinLength };

const AskForm = ({ onSent }: { onSent: (sent: Sent) => void }) => {
  const t = useTranslate();
  const [card, setCard] = useState('');
  const ask = useMutation({
    mutationFn: () => take(api.POST('/v1/patrons/pin-codes', { body: { card } })),
    onSuccess: ({ goodForMinutes: minutes, pinLength }) => onSent({ card, minutes, pinLength }),
  });
  const submit = (event: FormEvent): void => {
    event.preventDefault();
    ask.mutate();
  };
  return (
    <form className="card stack" onSubmit={submit}>
      <p>{t('forgotten-pin.meaning')}</p>
      <TextInput
        label={t('sign-in.card')}
        description={t('sign-in.card-hint')}
        name="username"
        autoComplete="username"
        inputMode="numeric"
        required
        withAsterisk={false}
        value={card}
        onChange={({ currentTarget }) => setCard(currentTarget.value)}
      />
      {ask.error && <FailedNotice thrown={ask.error} />}
      <Button type="submit" loading={ask.isPending}>
        {t('sign-up.ask')}
      </Button>
    </form>
  );
};

const SetForm = ({ sent: { card, minutes, pinLength }, onDone }: { sent: Sent; onDone: () => void }) => {
  const t = useTranslate();
  const [code, setCode] = useState('');
  const [pin, setPin] = useState('');
  const set = useMutation({
    mutationFn: () => take(api.POST('/v1/patrons/pin-code-uses', { body: { card, code, pin } })),
    onSuccess: onDone,
  });
  const submit = (event: FormEvent): void => {
    event.preventDefault();
    set.mutate();
  };
  return (
    <form className="card stack" onSubmit={submit}>
      <p>{t('forgotten-pin.sent', { minutes })}</p>
      <CodeInput value={code} onChange={setCode} />
      <NewPinInput value={pin} length={pinLength} onChange={setPin} />
      {set.error && <FailedNotice thrown={set.error} />}
      <Button type="submit" loading={set.isPending}>
        {t('forgotten-pin.set')}
      </Button>
    </form>
  );
};

/** Sets a new PIN by a code that is e-mailed: for a forgotten PIN, or a card that is locked after wrong ones. */
export const ForgottenPinPage = () => {
  const t = useTranslate();
  const [sent, setSent] = useState<Sent>();
  const [isDone, setDone] = useState(false);
  useTitle(t('forgotten-pin.title'));
  return (
    <div className="page page-narrow">
      <h1>{t('forgotten-pin.title')}</h1>
      {isDone ? (
        <p className="card" role="status">
          {t('forgotten-pin.done')} <Link to="/sign-in">{t('do.sign-in')}</Link>
        </p>
      ) : sent ? (
        <SetForm sent={sent} onDone={() => setDone(true)} />
      ) : (
        <AskForm onSent={setSent} />
      )}
    </div>
  );
};
