import { lazy, Suspense } from 'react';
import { Waiting } from '../../parts/states.tsx';
import { needWords } from '../../words/words-store.ts';
import type { Asking } from './ask.tsx';

// Both come after what is cited, which people read first.
const OwnAsk = lazy(() => import('./ask.tsx').then(({ Ask }) => ({ default: Ask })));
const StaffAsk = lazy(async () => {
  const [{ AskForPatron }] = await Promise.all([import('../loans/ask-for-patron.tsx'), needWords('staff')]);
  return { default: AskForPatron };
});

/** How what is cited can be had, and the way to ask for it: for oneself, or by staff (with staff’s words) for a patron. */
export const Asks = ({ by, ...asking }: Asking & { by: 'patron' | 'staff' }) => (
  <Suspense fallback={<Waiting rows={1} height={90} />}>
    {by === 'patron' ? <OwnAsk {...asking} /> : <StaffAsk {...asking} />}
  </Suspense>
);
