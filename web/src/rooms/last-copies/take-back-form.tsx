import { Button } from '@mantine/core';
import { useState } from 'react';
import { ReasonField, saysWhy } from '../../parts/reason-field.tsx';
import { FailedNotice } from '../../parts/states.tsx';
import { toast } from '../../parts/toasts.tsx';
import { useSay } from '../../words/words.tsx';
import { type Offer, useTakeBack } from './offers.ts';

type Given = { offer: Pick<Offer, 'memberId' | 'itemId'>; away: () => void };

/** Takes an own offer back, with the reason that the other libraries read. */
export const TakeBackForm = ({ offer, away }: Given) => {
  const say = useSay();
  const takeBack = useTakeBack(offer);
  const [reason, setReason] = useState('');
  const send = (): void =>
    takeBack.mutate(reason.trim(), {
      onSuccess: () => {
        toast(say('last-copies.taken-back'));
        away();
      },
    });
  return (
    <form
      className="stack"
      onSubmit={(event) => {
        event.preventDefault();
        send();
      }}
    >
      <ReasonField meaning={say('last-copies.back-meaning')} reason={reason} change={setReason} />
      <p className="row">
        <Button type="submit" size="sm" disabled={!saysWhy(reason)} loading={takeBack.isPending}>
          {say('last-copies.take-back')}
        </Button>
        <Button size="sm" variant="default" onClick={away}>
          {say('do.not-now')}
        </Button>
      </p>
      {takeBack.error && <FailedNotice thrown={takeBack.error} />}
    </form>
  );
};
