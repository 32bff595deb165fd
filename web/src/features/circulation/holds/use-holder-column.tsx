import { Link } from '@tanstack/react-router';
import type { Column } from '../../../components/data-columns.ts';
import { Spine } from '../../../components/spine.tsx';
import { useTranslate } from '../../../i18n/translate.ts';
import { cardTail, sortedName } from '../../patrons/shared/patron-name.ts';
import type { QueuedHold } from './use-queue.ts';

const Holder = ({ hold: { patron, patronId, patronMember } }: { hold: QueuedHold }) => {
  const shown = (
    <Spine memberId={patronMember}>
      {patron && (
        <>
          {sortedName(patron.name)} <span className="barcode data-second">{cardTail(patron.card)}</span>
        </>
      )}
    </Spine>
  );
  if (patronId === undefined) return shown;
  return (
    <Link to="/patrons/$patronId" params={{ patronId }}>
      {shown}
    </Link>
  );
};

/** The column of whose holds they are: names of the library's own patrons, and the library of the others. */
export const useHolderColumn = (): Column<QueuedHold> => ({
  ...{ key: 'patron', head: useTranslate()('queue.patron'), cell: (hold) => <Holder hold={hold} /> },
  sort: ({ patron, patronMember }) => (patron ? sortedName(patron.name) : patronMember),
});
