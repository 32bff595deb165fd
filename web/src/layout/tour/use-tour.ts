import { useRouter } from '@tanstack/react-router';
import { useState } from 'react';
import { api, take } from '../../api/client.ts';
import { type DemoPerson, loadPeople, useBecome } from './demo-people.ts';
import { moveTour } from './tour-place.ts';
import { tourSteps } from './tour-steps.ts';

/** Opens the record of the patron to whom the item is not lent, and leaves the scan of the item to its desk. */
const refusedPatron = async ({ branch, card, barcode }: NonNullable<DemoPerson['refused']>): Promise<string> => {
  const [{ patronId }, { handScans }] = await Promise.all([
    take(api.POST('/v1/patrons/look-ups', { body: { branchId: branch, card } })),
    import('../../features/circulation/desk/handed-scans.ts'),
  ]);
  handScans(patronId, [{ scan: barcode, mode: 'out' }]);
  return `/patrons/${patronId}`;
};

const addressOf = async (to: string, account: string | undefined): Promise<string> => {
  if (!to.includes('{refused}')) return to;
  const refused = (await loadPeople()).find((one) => one.account === account)?.refused;
  return refused ? refusedPatron(refused) : '/desk';
};

/** Returns the function that opens a page of the tour as the person it shows, whether it is being opened, and whether that failed. */
export const useTour = () => {
  const router = useRouter();
  const become = useBecome();
  const [state, setState] = useState<'still' | 'opening' | 'failed'>('still');
  const open = async (place: number): Promise<void> => {
    const step = tourSteps[place];
    if (!step || state === 'opening') return;
    setState('opening');
    try {
      if (step.account) await become(step.account);
      const address = await addressOf(step.to, step.account);
      moveTour(place);
      await router.navigate({ to: address });
      setState('still');
    } catch {
      setState('failed');
    }
  };
  return { open, state };
};
