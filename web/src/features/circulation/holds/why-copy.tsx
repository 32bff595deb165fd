import { Suspense, useState } from 'react';
import { lazyComponent } from '../../../components/lazy-page.ts';
import { useTranslate } from '../../../i18n/translate.ts';
import type { TargetingAsked } from './targeting-dialog.tsx';

const TargetingDialog = lazyComponent(() => import('./targeting-dialog.tsx'), 'TargetingDialog');

/** Opens the explanation of why a hold is asked of this copy, or of none. `what` names the hold for a screen reader. */
export const WhyCopy = ({ what, ask }: { what: string; ask: TargetingAsked }) => {
  const t = useTranslate();
  const [isOpen, setIsOpen] = useState(false);
  return (
    <>
      <button
        type="button"
        className="text-button"
        aria-label={`${t('why.open')} ${what}`}
        onClick={() => setIsOpen(true)}
      >
        {t('why.open')}
      </button>
      {isOpen && (
        <Suspense>
          <TargetingDialog ask={ask} close={() => setIsOpen(false)} />
        </Suspense>
      )}
    </>
  );
};
