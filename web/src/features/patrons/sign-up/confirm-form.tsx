import { Button } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { type FormEvent, useState } from 'react';
import { api, take } from '../../../api/client.ts';
import { CodeInput } from '../../../components/code-input.tsx';
import { NewPinInput, type PinLength } from '../../../components/new-pin-input.tsx';
import { FailedNotice } from '../../../components/states.tsx';
import { useTranslate } from '../../../i18n/translate.ts';

/** A sign-up that waits for its code: how long the code is good, and how long a PIN is. */
export type SignUp = { signUpId: string; minutes: number; pinLength: PinLength };
type Card = { card: string; expiresOn: string; mayBorrow: boolean };
type Asked = SignUp & { onDone: (card: Card) => void; onAgain: () => void };

/** The form for the code from the e-mail and the new PIN. */
export const ConfirmForm = ({ signUpId, minutes, pinLength, onDone, onAgain }: Asked) => {
  const t = useTranslate();
  const [code, setCode] = useState('');
  const [pin, setPin] = useState('');
  const confirm = useMutation({
    mutationFn: () => take(api.POST('/v1/patrons/sign-up-confirmations', { body: { signUpId, code, pin } })),
    onSuccess: onDone,
  });
  const submit = (event: FormEvent): void => {
    event.preventDefault();
    confirm.mutate();
  };
  return (
    <form className="card stack" onSubmit={submit}>
      <p>{t('sign-up.sent', { minutes })}</p>
      <CodeInput value={code} onChange={setCode} />
      <NewPinInput value={pin} length={pinLength} onChange={setPin} />
      {confirm.error && <FailedNotice thrown={confirm.error} />}
      <Button type="submit" loading={confirm.isPending}>
        {t('sign-up.confirm')}
      </Button>
      <Button variant="subtle" onClick={onAgain}>
        {t('sign-up.again')}
      </Button>
    </form>
  );
};
