import { Button } from '@mantine/core';
import { type ReactNode, useState } from 'react';
import { useSay } from '../../words/words.tsx';

type Step = {
  /** What the button does, with the month in its name where several stand on the page. */
  name: string;
  label: string;
  yes: string;
  isPending: boolean;
  go: () => void;
  isMain?: boolean;
  children: ReactNode;
};

/** A step as a button that asks before it is taken: its question is `children`. */
export const Asked = ({ name, label, yes, isPending, go, isMain = true, children }: Step) => {
  const say = useSay();
  const [isAsked, setIsAsked] = useState(false);
  if (!isAsked)
    return (
      <p>
        <Button size="sm" variant={isMain ? 'filled' : 'default'} aria-label={name} onClick={() => setIsAsked(true)}>
          {label}
        </Button>
      </p>
    );
  return (
    <div className="notice notice-mark" role="alert">
      <div>
        {children}
        <p className="row">
          <Button size="sm" autoFocus loading={isPending} onClick={go}>
            {yes}
          </Button>
          <Button size="sm" variant="default" onClick={() => setIsAsked(false)}>
            {say('do.not-now')}
          </Button>
        </p>
      </div>
    </div>
  );
};
