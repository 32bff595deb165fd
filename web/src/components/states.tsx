import { Button, Loader, Skeleton } from '@mantine/core';
import type { ReactNode } from 'react';
import { asProblem } from '../api/problem.ts';
import { useTranslate } from '../i18n/translate.ts';
import { FullSignIn } from './full-sign-in.tsx';
import { Icon } from './icon.tsx';
import { useProblemText, useReasonText } from './use-reason-texts.ts';

type Failed = { thrown: unknown; again?: (() => void) | undefined; children?: ReactNode };

/** The notice for a failed call: what happened, every reason, and what to do next. */
export const FailedNotice = ({ thrown, again, children }: Failed) => {
  const t = useTranslate();
  const problemText = useProblemText();
  const reasonText = useReasonText();
  const problem = asProblem(thrown);
  const title = problemText(problem);
  const reasons = [...new Set(problem.reasons.map(reasonText))].filter((text) => text !== title);
  return (
    <div className="notice notice-bad" role="alert">
      <Icon name="warn" />
      <div>
        <p className="notice-title">{title}</p>
        {reasons.length > 0 && (
          <ul>
            {reasons.map((text) => (
              <li key={text}>{text}</li>
            ))}
          </ul>
        )}
        {problem.requestId !== '' && problem.status >= 500 && (
          <p className="quiet">{t('problem.request', { id: problem.requestId })}</p>
        )}
        {children}
        {problem.code === 'full-sign-in-needed' && <FullSignIn />}
        {again && (
          <Button variant="light" size="sm" onClick={again}>
            {t('do.again')}
          </Button>
        )}
      </div>
    </div>
  );
};

/** The empty state of a list: a bare shelf, what would stand here, and one action. */
export const Empty = ({ title, children }: { title: string; children?: ReactNode }) => (
  <div className="empty">
    <svg className="empty-shelf" viewBox="0 0 120 40" fill="none" strokeWidth={2} aria-hidden="true">
      <path d="M9 39V9h10v30M25 39V3h8v36" stroke="var(--line-2)" />
      <path d="m41 10 9-3 9 31" stroke="var(--voice)" />
    </svg>
    <p className="empty-title">{title}</p>
    {children}
  </div>
);

/** Grey bars in the shape of the list that is loading, so that the layout does not shift. */
export const Waiting = ({ rows = 4, height = 84 }: { rows?: number; height?: number }) => {
  const t = useTranslate();
  return (
    <div className="stack" aria-busy="true">
      <span className="visually-hidden">{t('state.loading')}</span>
      {Array.from({ length: rows }, (_, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: bars are all alike and never move.
        <Skeleton key={index} height={height} radius="md" />
      ))}
    </div>
  );
};

/** The placeholder of a page that is loading. */
export const PagePending = () => {
  const t = useTranslate();
  return (
    <div className="page-loading" role="status">
      <Loader aria-hidden="true" />
      <span className="visually-hidden">{t('state.loading')}</span>
    </div>
  );
};
