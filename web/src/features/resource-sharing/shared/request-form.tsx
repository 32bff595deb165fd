import { Suspense } from 'react';
import { lazyComponent } from '../../../components/lazy-page.ts';
import { Waiting } from '../../../components/states.tsx';
import type { Asking } from './patron-request-form.tsx';

// Both come after what is cited, which people read first.
const OwnAsk = lazyComponent(() => import('./patron-request-form.tsx'), 'Ask');
const StaffAsk = lazyComponent(() => import('./staff-request-form.tsx'), 'AskForPatron');

/** How what is cited can be had, and the way to ask for it: for oneself, or by staff (with staff’s words) for a patron. */
export const RequestForm = ({ by, ...asking }: Asking & { by: 'patron' | 'staff' }) => (
  <Suspense fallback={<Waiting rows={1} height={90} />}>
    {by === 'patron' ? <OwnAsk {...asking} /> : <StaffAsk {...asking} />}
  </Suspense>
);
