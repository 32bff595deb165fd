import { Button } from '@mantine/core';
import type { ReactNode } from 'react';
import { useTranslate } from '../i18n/translate.ts';

type Question = {
  /** The label of the confirm button. */
  yes: string;
  isPending: boolean;
  go: () => void;
  /** Closes the question without an action. */
  away: () => void;
  children: ReactNode;
};

/** A confirmation before an action that is hard to undo; the confirm button has the focus. */
export const Question = ({ yes, isPending, go, away, children }: Question) => {
  const t = useTranslate();
  return (
    <div className="notice notice-warn" role="alert">
      <div>
        {children}
        <p className="row">
          <Button size="sm" autoFocus loading={isPending} onClick={go}>
            {yes}
          </Button>
          <Button size="sm" variant="default" onClick={away}>
            {t('do.not-now')}
          </Button>
        </p>
      </div>
    </div>
  );
};
