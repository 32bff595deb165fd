import { Suspense } from 'react';
import { lazyPart } from '../../../components/lazy-page.ts';
import { Waiting } from '../../../components/states.tsx';
import type { Asking } from './ask.tsx';

// Both come after what is cited, which people read first.
const OwnAsk = lazyPart(() => import('./ask.tsx'), 'Ask');
const StaffAsk = lazyPart(() => import('./ask-for-patron.tsx'), 'AskForPatron');

/** How what is cited can be had, and the way to ask for it: for oneself, or by staff (with staff’s words) for a patron. */
export const Asks = ({ by, ...asking }: Asking & { by: 'patron' | 'staff' }) => (
  <Suspense fallback={<Waiting rows={1} height={90} />}>
    {by === 'patron' ? <OwnAsk {...asking} /> : <StaffAsk {...asking} />}
  </Suspense>
);
