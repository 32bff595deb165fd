import { Link } from '@tanstack/react-router';
import { holdsAt, useWho } from '../../../api/current-user.ts';
import { useDirectory } from '../../../api/directory.ts';
import { staffName } from '../../../components/staff-name.ts';
import { useFormat } from '../../../i18n/format.ts';
import { useSay } from '../../../i18n/translate.ts';
import type { Entry, Names } from '../shared/source-records.ts';
import { useAudiences } from './use-audience-text.ts';

type Act = Extract<Entry, { kind: 'hide' | 'relabel' | 'withdraw-offer' | 'set-work-decision' }>;
type Hiding = Extract<Act, { kind: 'hide' }>;

/** From whom it was hidden before and since, and which part of the record. */
const Hid = ({ entry: { before, after, branchId, barcode, itemId } }: { entry: Hiding }) => {
  const say = useSay();
  const { branchName } = useDirectory();
  const named = useAudiences();
  return (
    <>
      {branchId && <p>{say('union.hid-holding', { branch: branchName(branchId) })}</p>}
      {itemId && <p>{say('union.hid-copy', { barcode: barcode || itemId })}</p>}
      <p>{say('changes.step', { field: say('item-field.hiddenFrom'), from: named(before), to: named(after) })}</p>
    </>
  );
};

type Standing = Extract<Act, { kind: 'set-work-decision' }>['after'];

/** With which editions a record stands as one work: the way to the other record where it is named. */
const Stands = ({ standing }: { standing: Standing }) => {
  const say = useSay();
  if (standing.stands !== 'with') return say(`work.${standing.stands}`);
  const { recordId } = standing;
  return (
    <Link to="/record/$recordId" params={{ recordId }}>
      {say('work.with', { record: recordId })}
    </Link>
  );
};

/** Hiding or showing, another barcode, an offer taken back, or what was said of its work; with the way to where it is undone. */
export const OneAct = ({ entry, staff }: { entry: Act; staff: Names }) => {
  const say = useSay();
  const who = useWho();
  const { time } = useFormat();
  const { memberName } = useDirectory();
  const { kind, memberId, sourceId, at, by, reason } = entry;
  const name = say('union.source', { member: memberName(memberId), number: sourceId.slice(memberId.length + 1) });
  const did = kind === 'hide' && entry.after.length === 0 ? 'show' : kind;
  return (
    <li className="row-card">
      <div className="row-body">
        <h3 className="row-title">{say(`union.did-${did}`, { name })}</h3>
        {kind === 'hide' && <Hid entry={entry} />}
        {kind === 'relabel' && (
          <p>
            {say('changes.step', {
              ...{ field: say('copy-room.label'), from: entry.before || say('changes.nothing'), to: entry.after },
            })}
          </p>
        )}
        {kind === 'withdraw-offer' && <p>{say('union.hid-copy', { barcode: entry.barcode || entry.itemId })}</p>}
        {kind === 'set-work-decision' && (
          <p>
            <Stands standing={entry.after} /> <del className="quiet">{say(`work.${entry.before.stands}-before`)}</del>
          </p>
        )}
        <p>{reason}</p>
        <p className="quiet">{by ? say('union.by', { id: staffName(by, staff), date: time(at) }) : time(at)}</p>
        {kind === 'hide' && holdsAt(who, memberId, 'cataloguer') && (
          <p>
            <Link to="/visibility/$sourceId" params={{ sourceId }}>
              {say('visibility.title')}
            </Link>
          </p>
        )}
      </div>
    </li>
  );
};
