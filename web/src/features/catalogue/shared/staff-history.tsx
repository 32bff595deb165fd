import { Button } from '@mantine/core';
import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import { holdsAt, useWho } from '../../../api/current-user.ts';
import { useDirectory } from '../../../api/directory.ts';
import { Panel } from '../../../components/panel.tsx';
import { useTranslate } from '../../../i18n/translate.ts';
import { History } from './history.tsx';
import { useUnion } from './source-records.ts';
import { useVisibility } from './visibility.ts';
import { HiddenState } from './visibility-part.tsx';

/** Shows which parts of one library's record are hidden, from whom, by whom and why; nothing if all parts are shown. */
const HiddenParts = ({ sourceId }: { sourceId: string }) => {
  const t = useTranslate();
  const { memberName, branchName } = useDirectory();
  const { data: shown } = useVisibility(sourceId);
  if (!shown) return null;
  const { memberId, localId, record, holdings, items } = shown;
  const parts = [
    { key: 'record', name: t('union.source', { member: memberName(memberId), number: localId }), hidden: record },
    ...holdings.map((hidden) => ({ key: hidden.branchId, name: branchName(hidden.branchId), hidden })),
    ...items.map((hidden) => ({ key: hidden.itemId, name: hidden.barcode || hidden.itemId, hidden })),
  ].filter(({ hidden }) => hidden.hiddenFrom.length > 0);
  return parts.map(({ key, name, hidden }) => (
    <li key={key} className="row-body">
      <h3 className="row-title">{name}</h3>
      <HiddenState hidden={hidden} />
    </li>
  ));
};

/** Links to edit and hide a title's records, their hidden parts, and on request their history: for cataloguers on the title's page. */
export const StaffHistory = ({ recordId }: { recordId: string }) => {
  const t = useTranslate();
  const who = useWho();
  const [isOpen, setOpen] = useState(false);
  const { memberName } = useDirectory();
  const { data: union } = useUnion(recordId);
  const own = union?.sources.filter(({ memberId }) => holdsAt(who, memberId, 'cataloguer')) ?? [];
  return (
    <Panel
      title={t('union.history')}
      action={
        <Button size="compact-sm" variant="default" aria-expanded={isOpen} onClick={() => setOpen(!isOpen)}>
          {t(isOpen ? 'union.history-close' : 'union.history-open')}
        </Button>
      }
    >
      {own.map(({ sourceId, memberId }, at) => (
        <p key={sourceId} className="row">
          <Link to="/edit/$sourceId" params={{ sourceId }} aria-keyshortcuts={at === 0 ? 'E' : undefined}>
            {t('edit.open', {
              name: t('union.source', { member: memberName(memberId), number: sourceId.slice(memberId.length + 1) }),
            })}
          </Link>
          <Link to="/visibility/$sourceId" params={{ sourceId }}>
            {t('visibility.title')}
          </Link>
        </p>
      ))}
      <ul className="rows">
        {own.map(({ sourceId }) => (
          <HiddenParts key={sourceId} sourceId={sourceId} />
        ))}
      </ul>
      {isOpen && <History recordId={recordId} />}
    </Panel>
  );
};
