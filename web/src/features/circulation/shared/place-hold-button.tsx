import { Button } from '@mantine/core';
import { Suspense, useState } from 'react';
import { Icon } from '../../../components/icon.tsx';
import { lazyComponent } from '../../../components/lazy-page.ts';
import { useTranslate } from '../../../i18n/translate.ts';
import type { PlaceHoldAt } from './place-hold-at.ts';

const PlaceHoldDialog = lazyComponent(() => import('./place-hold-dialog.tsx'), 'PlaceHoldDialog');

/** Opens the dialog in which a desk places a hold for a patron. */
export const PlaceHoldButton = (at: PlaceHoldAt) => {
  const t = useTranslate();
  const [isOpen, setIsOpen] = useState(false);
  return (
    <>
      <Button
        size="sm"
        variant="default"
        aria-keyshortcuts="H"
        leftSection={<Icon name="hold" size={16} />}
        onPointerEnter={() => void PlaceHoldDialog.soon()}
        onClick={() => setIsOpen(true)}
      >
        {t('placing.open')}
      </Button>
      {isOpen && (
        <Suspense>
          <PlaceHoldDialog {...at} close={() => setIsOpen(false)} />
        </Suspense>
      )}
    </>
  );
};
