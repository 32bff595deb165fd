import { type ComponentType, Suspense } from 'react';
import { lazyComponent } from '../../../components/lazy-page.ts';
import type { DialogName, DialogProps } from './parts.ts';
import type { Patron } from './use-record.ts';

const EditDialog = lazyComponent(() => import('./dialogs/edit-dialog.tsx'), 'EditDialog');
const CardDialog = lazyComponent(() => import('./dialogs/card-dialog.tsx'), 'CardDialog');
const PinDialog = lazyComponent(() => import('./dialogs/pin-dialog.tsx'), 'PinDialog');
const MergeDialog = lazyComponent(() => import('./dialogs/merge-dialog.tsx'), 'MergeDialog');
const EraseDialog = lazyComponent(() => import('./dialogs/erase-dialog.tsx'), 'EraseDialog');
const VerifyDialog = lazyComponent(() => import('./dialogs/verify-dialog.tsx'), 'VerifyDialog');

const dialogs: Record<DialogName, ComponentType<DialogProps>> = {
  edit: EditDialog,
  card: CardDialog,
  pin: PinDialog,
  merge: MergeDialog,
  erase: EraseDialog,
  verify: VerifyDialog,
};

type Shown = { patron: Patron; branchId: string; dialog: DialogName | undefined; close: () => void };

/** The open dialog of the record, if any; each loads when it is first opened. */
export const RecordDialogs = ({ patron, branchId, dialog, close }: Shown) => {
  if (!dialog || patron.at !== 'home') return null;
  const Open = dialogs[dialog];
  return (
    <Suspense>
      <Open patron={patron} branchId={branchId} close={close} />
    </Suspense>
  );
};
