import { useDirectory } from '../../../api/directory.ts';
import { Barcode } from '../../../components/barcode.tsx';
import { callNumberLines } from './call-number-lines.ts';
import type { LabelItem } from './label-items.ts';

/** The kinds of labels: on the spine, in the pocket, and the barcode. */
export const labelKinds = ['spine', 'pocket', 'barcode'] as const;
export type LabelKind = (typeof labelKinds)[number];

/** One label of an item. */
export const Label = ({ item, kind }: { item: LabelItem; kind: LabelKind }) => {
  const { branchName } = useDirectory();
  const { callNumber, volume, copyNumber, location, branchId, barcode, title, author } = item;
  if (kind === 'spine')
    return (
      <li className="label label-spine">
        <span className="label-lines">{callNumberLines(callNumber, volume).join('\n')}</span>
        {copyNumber && <span className="label-small">{copyNumber}</span>}
      </li>
    );
  return (
    <li className="label">
      <span className="label-small">{branchName(branchId)}</span>
      {kind === 'pocket' && (
        <>
          <strong className="label-title">{title}</strong>
          <span className="label-small">{author}</span>
          <span className="label-small">{[callNumber, volume, location].filter(Boolean).join(' · ')}</span>
        </>
      )}
      <Barcode text={barcode} height={kind === 'pocket' ? 24 : 40} />
      <span className="barcode">{barcode}</span>
    </li>
  );
};
