import { Suspense, useState } from 'react';
import type { operations } from '../../../api/current-user.ts';
import { lazyComponent } from '../../../components/lazy-page.ts';
import { useTranslate } from '../../../i18n/translate.ts';

const WhyDialog = lazyComponent(() => import('./why-dialog.tsx'), 'WhyDialog');

type BodyOf<Id extends 'circulation-explain-check-out' | 'circulation-explain-renewal' | 'circulation-explain-hold'> =
  operations[Id]['requestBody']['content']['application/json'];

/** A decision to explain: would it be allowed, by which rule, and when is the item due. */
export type WhyAsked =
  | { of: 'check-out'; body: BodyOf<'circulation-explain-check-out'> }
  | { of: 'renewal'; body: BodyOf<'circulation-explain-renewal'> }
  | { of: 'hold'; body: BodyOf<'circulation-explain-hold'> };

/** Opens the explanation of a decision. */
export const WhyButton = ({ ask, label }: { ask: WhyAsked; label?: string }) => {
  const t = useTranslate();
  const [isOpen, setIsOpen] = useState(false);
  return (
    <>
      <button type="button" className="text-button" aria-label={label} onClick={() => setIsOpen(true)}>
        {t('why.open')}
      </button>
      {isOpen && (
        <Suspense>
          <WhyDialog ask={ask} close={() => setIsOpen(false)} />
        </Suspense>
      )}
    </>
  );
};
