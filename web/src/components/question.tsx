import { Button } from '@mantine/core';
import type { ReactNode } from 'react';
import { useTranslate } from '../i18n/translate.ts';

type Question = {
  /** What the button says that goes through with it. */
  yes: string;
  isPending: boolean;
  go: () => void;
  /** Not now: whoever asked puts the question away. */
  away: () => void;
  children: ReactNode;
};

/** A question before something is done that is not easily taken back; the focus stands on yes. */
export const Question = ({ yes, isPending, go, away, children }: Question) => {
  const t = useTranslate();
  return (
    <div className="notice notice-mark" role="alert">
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
