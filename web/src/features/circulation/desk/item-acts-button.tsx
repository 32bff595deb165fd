import { Button } from '@mantine/core';
import { Suspense, useState } from 'react';
import { lazyComponent } from '../../../components/lazy-page.ts';
import { useTranslate } from '../../../i18n/translate.ts';
import type { CheckIn } from './desk-types.ts';

/** The dialog of the rarer actions, which loads when it is opened. */
export const DeskItemActs = lazyComponent(() => import('./item-acts.tsx'), 'DeskItemActs');

type Given = { branchId: string; sent: (barcode: string, checkIn: CheckIn) => void };

/** Opens the rarer actions on an item: damaged, used in the library, sent, claims of return, marks. */
export const ItemActsButton = (given: Given) => {
  const t = useTranslate();
  const [isOpen, setIsOpen] = useState(false);
  return (
    <>
      <Button size="xs" variant="default" onClick={() => setIsOpen(true)}>
        {t('acts.open')}
      </Button>
      {isOpen && (
        <Suspense>
          <DeskItemActs {...given} close={() => setIsOpen(false)} />
        </Suspense>
      )}
    </>
  );
};
