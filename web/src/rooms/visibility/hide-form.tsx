import { Button } from '@mantine/core';
import { useState } from 'react';
import { ReasonField, saysWhy } from '../../parts/reason-field.tsx';
import { FailedNotice } from '../../parts/states.tsx';
import { toast } from '../../parts/toasts.tsx';
import { useSay } from '../../words/words.tsx';
import { Audiences } from './audiences.tsx';
import { type Audience, type Part, seenBy, useHide } from './visibility.ts';

type Given = {
  what: Part;
  /** From whom it is hidden now, by itself; and with what it belongs to. */
  hiddenFrom: readonly Audience[];
  above: readonly Audience[];
  away: () => void;
};

/** Hides a part of a record from others than now, or shows it again, with the reason that is kept for good. */
export const HideForm = ({ what, hiddenFrom, above, away }: Given) => {
  const say = useSay();
  const hide = useHide(what);
  const [chosen, setChosen] = useState<readonly Audience[]>(hiddenFrom);
  const [reason, setReason] = useState('');
  const isSame = `${[...chosen].sort()}` === `${[...hiddenFrom].sort()}`;
  const act = chosen.length === 0 ? 'show' : 'hide';
  const send = (): void =>
    hide.mutate(
      { hiddenFrom: [...chosen], reason: reason.trim() },
      {
        onSuccess: () => {
          toast(say(`visibility.done-${act}`));
          away();
        },
      },
    );
  return (
    <form
      className="stack"
      onSubmit={(event) => {
        event.preventDefault();
        send();
      }}
    >
      <p aria-hidden="true">
        <strong>{say('item-field.hiddenFrom')}</strong>
      </p>
      <Audiences hidden={chosen} change={setChosen} />
      <p className="quiet" aria-live="polite">
        {say('visibility.then', { seen: say(`visibility.seen-${seenBy([...chosen, ...above])}`) })}
      </p>
      <ReasonField meaning={say('visibility.reason-meaning')} reason={reason} change={setReason} />
      <p className="row">
        <Button type="submit" size="sm" disabled={isSame || !saysWhy(reason)} loading={hide.isPending}>
          {say(`visibility.${act}`)}
        </Button>
        <Button size="sm" variant="default" onClick={away}>
          {say('do.not-now')}
        </Button>
      </p>
      {hide.error && <FailedNotice thrown={hide.error} />}
    </form>
  );
};
