import { Button, TextInput } from '@mantine/core';
import { type FormEvent, useState } from 'react';
import { api, take } from '../../../../api/client.ts';
import { Dialog } from '../../../../components/dialog.tsx';
import { FailedNotice } from '../../../../components/states.tsx';
import { toast } from '../../../../components/toasts.tsx';
import { useTranslate } from '../../../../i18n/translate.ts';
import type { DialogProps } from '../parts.ts';
import { useRecordAct } from '../use-record.ts';

/** Sets a new PIN: the patron chooses it at the desk. A lock on signing in ends, and so do existing sessions. */
export const PinDialog = ({ patron: { patronId }, branchId, close }: DialogProps) => {
  const t = useTranslate();
  const [pin, setPin] = useState('');
  const reset = useRecordAct(
    patronId,
    (given: string, key) => {
      const body = { branchId, pin: given };
      return take(api.POST('/v1/patrons/{patronId}/pin-resets', { params: { path: { patronId } }, body, ...key }));
    },
    () => {
      toast(t('patron.pin-set'));
      close();
    },
  );
  const submit = (event: FormEvent): void => {
    event.preventDefault();
    reset.mutate(pin);
  };
  return (
    <Dialog title={t('patron.pin-title')} close={close}>
      <form className="stack" onSubmit={submit}>
        <TextInput
          label={t('patron.new-pin')}
          description={t('patron.pin-meaning')}
          value={pin}
          required
          type="password"
          inputMode="numeric"
          autoComplete="new-password"
          maxLength={12}
          data-autofocus
          onChange={({ currentTarget }) => setPin(currentTarget.value)}
        />
        {reset.error && <FailedNotice thrown={reset.error} />}
        <div>
          <Button type="submit" loading={reset.isPending}>
            {t('patron.pin-do')}
          </Button>
        </div>
      </form>
    </Dialog>
  );
};
