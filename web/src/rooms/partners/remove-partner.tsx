import { Button } from '@mantine/core';
import { useNavigate } from '@tanstack/react-router';
import { useState } from 'react';
import { FailedNotice } from '../../parts/states.tsx';
import { useSay } from '../../words/words.tsx';
import { useRemovePartner } from './use-partner-acts.ts';

/** Takes a partner off the list, after a question. What speaks against it (it is not paused, loans or mail are open) is said. */
export const RemovePartner = ({ partnerId }: { partnerId: string }) => {
  const say = useSay();
  const navigate = useNavigate();
  const [isAsked, setIsAsked] = useState(false);
  const remove = useRemovePartner(partnerId);
  return (
    <>
      {isAsked ? (
        <div className="notice notice-mark">
          <div className="stack">
            <p>{say('partners.remove-sure')}</p>
            <p className="row">
              <Button
                size="sm"
                autoFocus
                loading={remove.isPending}
                onClick={() =>
                  remove.mutate(undefined, {
                    onSuccess: () => void navigate({ to: '/partners' }),
                    onError: () => setIsAsked(false),
                  })
                }
              >
                {say('partners.remove-yes')}
              </Button>
              <Button size="sm" variant="default" onClick={() => setIsAsked(false)}>
                {say('do.not-now')}
              </Button>
            </p>
          </div>
        </div>
      ) : (
        <p>
          <Button size="sm" variant="default" onClick={() => setIsAsked(true)}>
            {say('partners.remove')}
          </Button>
        </p>
      )}
      {remove.error && <FailedNotice thrown={remove.error} />}
    </>
  );
};
