import { Button } from '@mantine/core';
import { type ReactNode, useState } from 'react';
import { Question } from '../../../components/question.tsx';

type Step = {
  /** The accessible name of the button, with its month where several are on the page. */
  name: string;
  label: string;
  yes: string;
  isPending: boolean;
  go: () => void;
  isMain?: boolean;
  children: ReactNode;
};

/** A button for a step that needs confirmation; `children` is the question. */
export const Asked = ({ name, label, yes, isPending, go, isMain = true, children }: Step) => {
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
    <Question yes={yes} isPending={isPending} go={go} away={() => setIsAsked(false)}>
      {children}
    </Question>
  );
};
