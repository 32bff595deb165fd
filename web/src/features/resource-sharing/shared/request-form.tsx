import { Suspense } from 'react';
import { lazyComponent } from '../../../components/lazy-page.ts';
import { Waiting } from '../../../components/states.tsx';
import type { Asking } from './patron-request-form.tsx';

// Both load after the citation, which users read first.
const OwnAsk = lazyComponent(() => import('./patron-request-form.tsx'), 'Ask');
const StaffAsk = lazyComponent(() => import('./staff-request-form.tsx'), 'AskForPatron');

/** The request form for a cited item: for oneself, or by staff for a patron, with labels for staff. */
export const RequestForm = ({ by, ...asking }: Asking & { by: 'patron' | 'staff' }) => (
  <Suspense fallback={<Waiting rows={1} height={90} />}>
    {by === 'patron' ? <OwnAsk {...asking} /> : <StaffAsk {...asking} />}
  </Suspense>
);
