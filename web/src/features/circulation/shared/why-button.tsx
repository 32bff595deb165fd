import { Suspense, useState } from 'react';
import { lazyComponent } from '../../../components/lazy-page.ts';
import { useTranslate } from '../../../i18n/translate.ts';
import type { WhyAsked, WhyRefused } from './why.ts';

const DecisionDialog = lazyComponent(() => import('./why-dialog.tsx'), 'DecisionDialog');

/** Opens the explanation of a decision. */
export const WhyButton = ({ ask, label }: { ask: WhyAsked | WhyRefused; label?: string }) => {
  const t = useTranslate();
  const [isOpen, setIsOpen] = useState(false);
  return (
    <>
      <button type="button" className="text-button" aria-label={label} onClick={() => setIsOpen(true)}>
        {t('why.open')}
      </button>
      {isOpen && (
        <Suspense>
          <DecisionDialog ask={ask} close={() => setIsOpen(false)} />
        </Suspense>
      )}
    </>
  );
};
