import { Button } from '@mantine/core';
import type { ReactNode } from 'react';
import { useTranslate } from '../i18n/translate.ts';
import { Icon } from './icon.tsx';
import './print-list.css';

/** What stands above a list that is printed: how many, as of when; and, on the screen, the button that prints it. */
export const PaperHead = ({ children }: { children: ReactNode }) => {
  const t = useTranslate();
  return (
    <p className="row paper-head">
      <span>{children}</span>
      <Button size="sm" leftSection={<Icon name="print" size={16} />} onClick={() => window.print()}>
        {t('do.print')}
      </Button>
    </p>
  );
};
