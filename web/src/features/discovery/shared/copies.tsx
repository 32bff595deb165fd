import { Link } from '@tanstack/react-router';
import { holdsAt, useWho } from '../../../api/current-user.ts';
import { memberOf, useDirectory } from '../../../api/directory.ts';
import { Badge, type Tone } from '../../../components/badge.tsx';
import type { IconName } from '../../../components/icon.tsx';
import { useSelectedLibrary } from '../../../components/selected-library.ts';
import { useFormat } from '../../../i18n/format.ts';
import { useTextOf, useTranslate } from '../../../i18n/translate.ts';
import type { RecordAnswer } from './record-answer.ts';

type Holding = RecordAnswer['holdings'][number];
type Copy = Holding['branches'][number]['copies'][number];

const looks: Partial<Record<string, { tone: Tone; icon: IconName }>> = {
  available: { tone: 'good', icon: 'yes' },
  'on-loan': { tone: 'none', icon: 'wait' },
  'in-transit': { tone: 'info', icon: 'send' },
  'on-hold-shelf': { tone: 'none', icon: 'hold' },
  paged: { tone: 'none', icon: 'hold' },
};

/** Whether a copy is available; if not, why and until when. */
export const CopyState = ({ copy }: { copy: Pick<Copy, 'due' | 'elsewhere'> & { state: string } }) => {
  const t = useTranslate();
  const textOf = useTextOf();
  const { date } = useFormat();
  const { branchName } = useDirectory();
  const { tone, icon } = looks[copy.state] ?? { tone: 'bad', icon: 'no' };
  return (
    <Badge tone={tone} icon={icon}>
      {textOf('item-state', copy.state)}
      {copy.due && ` ${t('copy.until', { date: date(copy.due) })}`}
      {copy.elsewhere && ` (${branchName(copy.elsewhere)})`}
    </Badge>
  );
};

type AtBranch = Holding['branches'][number] & { mayKeep: boolean };

const BranchCopies = ({ branchId, copies, mayKeep }: AtBranch) => {
  const t = useTranslate();
  const { branchName, locationName, itemTypeName } = useDirectory();
  const member = memberOf(branchId);
  return (
    <div className="branch">
      <h4>{branchName(branchId)}</h4>
      <ul>
        {copies.map((copy) => (
          <li key={copy.itemId} className="copy">
            <span className="copy-place">
              <span className="call-number">{copy.callNumber || t('copy.no-call-number')}</span>
              <span className="quiet">
                {[locationName(member, copy.location), itemTypeName(member, copy.category), copy.volume]
                  .filter(Boolean)
                  .join(' · ')}
              </span>
              {mayKeep && (
                <Link to="/copy" search={{ barcode: copy.itemId }}>
                  {t('copy.keep')}
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

const bySelectedLibrary =
  (library: string) =>
  (a: Holding, b: Holding): number =>
    Number(b.memberId === library) - Number(a.memberId === library);

/** Every copy by library and branch with its current state; the visitor's own library first. Cataloguers get links to their own copies. */
export const Copies = ({ holdings }: { holdings: readonly Holding[] }) => {
  const t = useTranslate();
  const library = useSelectedLibrary();
  const who = useWho();
  const { memberName } = useDirectory();
  const count = holdings.flatMap(({ branches }) => branches.flatMap(({ copies }) => copies)).length;
  return (
    <section aria-labelledby="copies">
      <h2 id="copies">{t('copy.title')}</h2>
      {count === 0 && <p className="quiet">{t('copy.none')}</p>}
      <div className="holdings">
        {[...holdings].sort(bySelectedLibrary(library)).map(({ memberId, branches }) => (
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
