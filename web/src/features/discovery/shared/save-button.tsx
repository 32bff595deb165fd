import { Button } from '@mantine/core';
import { Suspense, useRef, useState } from 'react';
import { Icon } from '../../../components/icon.tsx';
import { lazyComponent } from '../../../components/lazy-page.ts';
import { Waiting } from '../../../components/states.tsx';
import { useTranslate } from '../../../i18n/translate.ts';

// The panel and its texts load on demand, because most titles are only viewed.
const SavePanel = lazyComponent(() => import('./save-panel.tsx'), 'SavePanel');

/** The button that opens and closes the patron's lists for a title; the focus returns to it. */
export const SaveButton = ({ recordId, title }: { recordId: string; title: string }) => {
  const t = useTranslate();
  const button = useRef<HTMLButtonElement>(null);
  const [isOpen, setIsOpen] = useState(false);
  const close = (): void => {
    setIsOpen(false);
    button.current?.focus();
  };
  return (
    <>
      <Button
        ref={button}
        size="compact-sm"
        variant="default"
        aria-expanded={isOpen}
        aria-label={t('hit.save-one', { title })}
        leftSection={<Icon name="list" size={16} />}
        onClick={() => setIsOpen(!isOpen)}
      >
        {t('hit.save')}
      </Button>
      {isOpen && (
        <Suspense fallback={<Waiting rows={1} height={120} />}>
          <SavePanel recordId={recordId} close={close} />
        </Suspense>
      )}
    </>
  );
};
