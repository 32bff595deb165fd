import { Link } from '@tanstack/react-router';
import { holdsAt, useWho } from '../../../api/current-user.ts';
import { useDirectory } from '../../../api/directory.ts';
import { Badge, type Tone } from '../../../components/badge.tsx';
import type { IconName } from '../../../components/icon.tsx';
import { useDoor } from '../../../components/selected-library.ts';
import { useFormat } from '../../../i18n/format.ts';
import { useSay, useSayOf } from '../../../i18n/translate.ts';
import type { RecordPage } from './record-page.ts';

type Holding = RecordPage['holdings'][number];
type Copy = Holding['branches'][number]['copies'][number];

const looks: Partial<Record<string, { tone: Tone; icon: IconName }>> = {
  available: { tone: 'good', icon: 'yes' },
  'on-loan': { tone: 'plain', icon: 'wait' },
  'in-transit': { tone: 'plain', icon: 'send' },
  'on-hold-shelf': { tone: 'plain', icon: 'hold' },
  paged: { tone: 'plain', icon: 'hold' },
};

/** Whether a copy is there, and if not, why and until when. */
export const CopyState = ({ copy }: { copy: Pick<Copy, 'due' | 'elsewhere'> & { state: string } }) => {
  const say = useSay();
  const sayOf = useSayOf();
  const { date } = useFormat();
  const { branchName } = useDirectory();
  const { tone, icon } = looks[copy.state] ?? { tone: 'bad', icon: 'no' };
  return (
    <Badge tone={tone} icon={icon}>
      {sayOf('item-state', copy.state)}
      {copy.due && ` ${say('copy.until', { date: date(copy.due) })}`}
      {copy.elsewhere && ` (${branchName(copy.elsewhere)})`}
    </Badge>
  );
};

type AtBranch = Holding['branches'][number] & { mayKeep: boolean };

const BranchCopies = ({ branchId, copies, mayKeep }: AtBranch) => {
  const say = useSay();
  const { branchName } = useDirectory();
  return (
    <div className="branch">
      <h4>{branchName(branchId)}</h4>
      <ul>
        {copies.map((copy) => (
          <li key={copy.itemId} className="copy">
            <span className="copy-place">
              <span className="call-number">{copy.callNumber || say('copy.no-call-number')}</span>
              <span className="quiet">{[copy.location, copy.volume].filter(Boolean).join(' · ')}</span>
              {mayKeep && (
                <Link to="/copy" search={{ barcode: copy.itemId }}>
                  {say('copy.keep')}
                </Link>
              )}
            </span>
            <CopyState copy={copy} />
          </li>
        ))}
      </ul>
    </div>
  );
};

const byDoor =
  (door: string) =>
  (a: Holding, b: Holding): number =>
    Number(b.memberId === door) - Number(a.memberId === door);

/** Every copy by library and branch, live; the visitor's own library first. Cataloguers have the way to each copy of their own. */
export const Copies = ({ holdings }: { holdings: readonly Holding[] }) => {
  const say = useSay();
  const door = useDoor();
  const who = useWho();
  const { memberName } = useDirectory();
  const count = holdings.flatMap(({ branches }) => branches.flatMap(({ copies }) => copies)).length;
  return (
    <section aria-labelledby="copies">
      <h2 id="copies">{say('copy.title')}</h2>
      {count === 0 && <p className="quiet">{say('copy.none')}</p>}
      <div className="holdings">
        {[...holdings].sort(byDoor(door)).map(({ memberId, branches }) => (
          <div key={memberId} className="card">
            <h3>{memberName(memberId)}</h3>
            {branches.map((branch) => (
              <BranchCopies key={branch.branchId} {...branch} mayKeep={holdsAt(who, memberId, 'cataloguer')} />
            ))}
          </div>
        ))}
      </div>
    </section>
  );
};
