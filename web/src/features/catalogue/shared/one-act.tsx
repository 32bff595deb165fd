import { Link } from '@tanstack/react-router';
import { holdsAt, useWho } from '../../../api/current-user.ts';
import { useDirectory } from '../../../api/directory.ts';
import { staffName } from '../../../components/staff-name.ts';
import { useFormat } from '../../../i18n/format.ts';
import { useTranslate } from '../../../i18n/translate.ts';
import type { Entry, Names } from './source-records.ts';
import { useAudiences } from './use-audience-text.ts';

type Act = Extract<Entry, { kind: 'hide' | 'relabel' | 'withdraw-offer' | 'set-work-decision' }>;
type Hiding = Extract<Act, { kind: 'hide' }>;

/** The audiences from which a part of the record was hidden before and after. */
const Hid = ({ entry: { before, after, branchId, barcode, itemId } }: { entry: Hiding }) => {
  const t = useTranslate();
  const { branchName } = useDirectory();
  const named = useAudiences();
  return (
    <>
      {branchId && <p>{t('union.hid-holding', { branch: branchName(branchId) })}</p>}
      {itemId && <p>{t('union.hid-copy', { barcode: barcode || itemId })}</p>}
      <p>{t('changes.step', { field: t('item-field.hiddenFrom'), from: named(before), to: named(after) })}</p>
    </>
  );
};

type WorkState = Extract<Act, { kind: 'set-work-decision' }>['after'];

/** The editions with which a record is grouped as a work, with a link to the other record where it is named. */
const Stands = ({ state }: { state: WorkState }) => {
  const t = useTranslate();
  if (state.stands !== 'with') return t(`work.${state.stands}`);
  const { recordId } = state;
  return (
    <Link to="/record/$recordId" params={{ recordId }}>
      {t('work.with', { record: recordId })}
    </Link>
  );
};

/** A change of visibility, barcode, offer or work, with a link to where it is undone. */
export const OneAct = ({ entry, staff }: { entry: Act; staff: Names }) => {
  const t = useTranslate();
  const who = useWho();
  const { time } = useFormat();
  const { memberName } = useDirectory();
  const { kind, memberId, sourceId, at, by, reason } = entry;
  const name = t('union.source', { member: memberName(memberId), number: sourceId.slice(memberId.length + 1) });
  const did = kind === 'hide' && entry.after.length === 0 ? 'show' : kind;
  return (
    <li className="row-card">
      <div className="row-body">
        <h3 className="row-title">{t(`union.did-${did}`, { name })}</h3>
        {kind === 'hide' && <Hid entry={entry} />}
        {kind === 'relabel' && (
          <p>
            {t('changes.step', {
              ...{ field: t('copy-room.label'), from: entry.before || t('changes.nothing'), to: entry.after },
            })}
          </p>
        )}
        {kind === 'withdraw-offer' && <p>{t('union.hid-copy', { barcode: entry.barcode || entry.itemId })}</p>}
        {kind === 'set-work-decision' && (
          <p>
            <Stands state={entry.after} /> <del className="quiet">{t(`work.${entry.before.stands}-before`)}</del>
          </p>
        )}
        <p>{reason}</p>
        <p className="quiet">{by ? t('union.by', { id: staffName(by, staff), date: time(at) }) : time(at)}</p>
        {kind === 'hide' && holdsAt(who, memberId, 'cataloguer') && (
          <p>
            <Link to="/visibility/$sourceId" params={{ sourceId }}>
              {t('visibility.title')}
            </Link>
          </p>
        )}
      </div>
    </li>
  );
};
