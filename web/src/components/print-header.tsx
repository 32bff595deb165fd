import { Button } from '@mantine/core';
import type { ReactNode } from 'react';
import { useTranslate } from '../i18n/translate.ts';
import { Icon } from './icon.tsx';
import './print-list.css';

/** The header of a printed list: the number of entries and the time of the data; on screen, also the print button, which `action` names. */
export const PaperHead = ({ children, action }: { children: ReactNode; action?: string }) => {
  const t = useTranslate();
  return (
    <p className="row paper-head">
      <span>{children}</span>
      <Button size="sm" leftSection={<Icon name="print" size={16} />} onClick={() => window.print()}>
        {action ?? t('do.print')}
      </Button>
    </p>
  );
};
