import { Button, TextInput } from '@mantine/core';
import { useNavigate } from '@tanstack/react-router';
import { useState } from 'react';
import { ReasonField, saysWhy } from '../../parts/reason-field.tsx';
import { FailedNotice } from '../../parts/states.tsx';
import { toast } from '../../parts/toasts.tsx';
import { useSay } from '../../words/words.tsx';
import { type Copy, useRelabel } from './copy.ts';

/** Gives the copy another barcode, with the reason that is kept for good. */
export const RelabelForm = ({ copy }: { copy: Copy }) => {
  const say = useSay();
  const navigate = useNavigate();
  const relabel = useRelabel(copy);
  const [barcode, setBarcode] = useState('');
  const [reason, setReason] = useState('');
  const typed = barcode.trim();
  const isSaid = typed !== '' && typed !== copy.barcode && saysWhy(reason);
  const send = (): void => {
    if (!isSaid) return;
    relabel.mutate(
      { barcode: typed, reason: reason.trim() },
      {
        onSuccess: () => {
          toast(say('copy-room.relabelled', { barcode: typed }));
          void navigate({ to: '/copy', search: { barcode: typed } });
        },
      },
    );
  };
  return (
    <form
      className="stack"
      onSubmit={(event) => {
        event.preventDefault();
        send();
      }}
    >
      <p className="quiet">{say('copy-room.relabel-meaning')}</p>
      <TextInput
        label={say('copy-room.new-barcode')}
        value={barcode}
        maxLength={40}
        autoComplete="off"
        onChange={({ currentTarget: { value } }) => setBarcode(value)}
      />
      <ReasonField meaning={say('visibility.reason-meaning')} reason={reason} change={setReason} />
      <p>
        <Button type="submit" size="sm" variant="default" disabled={!isSaid} loading={relabel.isPending}>
          {say('copy-room.relabel')}
        </Button>
      </p>
      {relabel.error && <FailedNotice thrown={relabel.error} />}
    </form>
  );
};
