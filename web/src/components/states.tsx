import { Button, Loader, Skeleton } from '@mantine/core';
import type { ReactNode } from 'react';
import { asProblem } from '../api/problem.ts';
import { useSay } from '../i18n/translate.ts';
import { Icon } from './icon.tsx';
import { useProblemWords, useReasonWords } from './use-reason-texts.ts';

type Failed = { thrown: unknown; again?: (() => void) | undefined; children?: ReactNode };

/** A call that failed: what happened, every reason, and what to do next. */
export const FailedNotice = ({ thrown, again, children }: Failed) => {
  const say = useSay();
  const wordsFor = useProblemWords();
  const reasonWords = useReasonWords();
  const problem = asProblem(thrown);
  const title = wordsFor(problem);
  const reasons = [...new Set(problem.reasons.map(reasonWords))].filter((words) => words !== title);
  return (
    <div className="notice notice-bad" role="alert">
      <Icon name="warn" />
      <div>
        <p className="notice-title">{title}</p>
        {reasons.length > 0 && (
          <ul>
            {reasons.map((words) => (
              <li key={words}>{words}</li>
            ))}
          </ul>
        )}
        {problem.requestId !== '' && problem.status >= 500 && (
          <p className="quiet">{say('problem.request', { id: problem.requestId })}</p>
        )}
        {children}
        {again && (
          <Button variant="light" size="sm" onClick={again}>
            {say('do.again')}
          </Button>
        )}
      </div>
    </div>
  );
};

/** Nothing to show, and what one can do about it. */
export const Empty = ({ title, children }: { title: string; children?: ReactNode }) => (
  <div className="empty">
    <Icon name="book" size={36} />
    <p className="empty-title">{title}</p>
    {children}
  </div>
);

/** Grey bars in the shape of the list to come, so that nothing jumps. */
export const Waiting = ({ rows = 4, height = 84 }: { rows?: number; height?: number }) => {
  const say = useSay();
  return (
    <div className="stack" aria-busy="true">
      <span className="only-heard">{say('state.loading')}</span>
      {Array.from({ length: rows }, (_, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: bars are all alike and never move.
        <Skeleton key={index} height={height} radius="md" />
      ))}
    </div>
  );
};

/** A room that is on its way. */
export const WaitingRoom = () => {
  const say = useSay();
  return (
    <div className="waiting-room">
      <Loader aria-label={say('state.loading')} />
    </div>
  );
};
