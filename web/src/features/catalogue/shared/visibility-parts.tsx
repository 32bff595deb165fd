import { useDirectory } from '../../../api/directory.ts';
import { useTranslate } from '../../../i18n/translate.ts';
import { together, type Visibility } from './visibility.ts';
import { HiddenPart } from './visibility-part.tsx';

type Given = { shown: Visibility };

/** The visibility of the record itself. */
export const RecordPart = ({ shown: { sourceId, memberId, localId, record } }: Given) => {
  const t = useTranslate();
  const { memberName } = useDirectory();
  const name = t('union.source', { member: memberName(memberId), number: localId });
  return (
    <ul className="rows">
      <li className="row-card">
        <HiddenPart name={name} what={{ sourceId }} hidden={record} />
      </li>
    </ul>
  );
};

/** The visibility of its items at each branch, set together. */
export const HoldingParts = ({ shown: { sourceId, record, holdings } }: Given) => {
  const t = useTranslate();
  const { branchName } = useDirectory();
  return (
    <ul className="rows">
      {holdings.map(({ branchId, copies, ...hidden }) => (
        <li key={branchId} className="row-card">
          <HiddenPart
            name={t('visibility.copies-at', { branch: branchName(branchId), count: copies })}
            what={{ sourceId, branchId }}
            hidden={hidden}
            above={record.hiddenFrom}
          />
        </li>
      ))}
    </ul>
  );
};

/** The visibility of each item; shown without a list when there is only one. */
export const CopyParts = ({ shown: { sourceId, record, holdings, items }, alone }: Given & { alone?: string }) => {
  const t = useTranslate();
  const { branchName } = useDirectory();
  return (
    <ul className="rows">
      {items.map(({ itemId, barcode, branchId, location, callNumber, volume, copyNumber, ...hidden }) => {
        const holding = holdings.find((one) => one.branchId === branchId);
        const label = barcode || t('visibility.no-barcode');
        const name = alone ?? [label, branchName(branchId), location, callNumber, volume].filter(Boolean).join(' · ');
        return (
          <li key={itemId} className="row-card">
            <HiddenPart
              name={name}
              what={{ sourceId, itemId }}
              hidden={hidden}
              above={together(record, ...(holding ? [holding] : []))}
            />
          </li>
        );
      })}
    </ul>
  );
};
