import { useDirectory } from '../../../api/directory.ts';
import { useSay } from '../../../i18n/translate.ts';
import { together, type Visibility } from './visibility.ts';
import { HiddenPart } from './visibility-part.tsx';

type Given = { shown: Visibility };

/** The record itself. */
export const RecordPart = ({ shown: { sourceId, memberId, localId, record } }: Given) => {
  const say = useSay();
  const { memberName } = useDirectory();
  const name = say('union.source', { member: memberName(memberId), number: localId });
  return (
    <ul className="rows">
      <li className="row-card">
        <HiddenPart name={name} what={{ sourceId }} hidden={record} />
      </li>
    </ul>
  );
};

/** Its copies at each branch, hidden together. */
export const HoldingParts = ({ shown: { sourceId, record, holdings } }: Given) => {
  const say = useSay();
  const { branchName } = useDirectory();
  return (
    <ul className="rows">
      {holdings.map(({ branchId, copies, ...hidden }) => (
        <li key={branchId} className="row-card">
          <HiddenPart
            name={say('visibility.copies-at', { branch: branchName(branchId), count: copies })}
            what={{ sourceId, branchId }}
            hidden={hidden}
            above={record.hiddenFrom}
          />
        </li>
      ))}
    </ul>
  );
};

/** Its copies, each by itself; under one name where there is one alone. */
export const CopyParts = ({ shown: { sourceId, record, holdings, items }, alone }: Given & { alone?: string }) => {
  const say = useSay();
  const { branchName } = useDirectory();
  return (
    <ul className="rows">
      {items.map(({ itemId, barcode, branchId, location, callNumber, volume, copyNumber, ...hidden }) => {
        const holding = holdings.find((one) => one.branchId === branchId);
        const label = barcode || say('visibility.no-barcode');
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
