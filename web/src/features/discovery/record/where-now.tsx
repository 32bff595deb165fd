import { useDirectory } from '../../../api/directory.ts';
import { useSelectedLibrary } from '../../../components/selected-library.ts';
import { Spine } from '../../../components/spine.tsx';
import { useTranslate } from '../../../i18n/translate.ts';
import type { RecordAnswer } from '../shared/record-answer.ts';

/** Says where a copy is on the shelf now, and how many of its copies each library has in; the visitor's own library first. */
export const WhereNow = ({ holdings }: Pick<RecordAnswer, 'holdings'>) => {
  const t = useTranslate();
  const library = useSelectedLibrary();
  const { memberName } = useDirectory();
  const places = holdings
    .map(({ memberId, branches }) => {
      const copies = branches.flatMap((branch) => branch.copies);
      return { memberId, count: copies.length, inNow: copies.filter(({ state }) => state === 'available').length };
    })
    .filter(({ count }) => count > 0)
    .sort((a, b) => Number(b.memberId === library) - Number(a.memberId === library) || b.inNow - a.inNow);
  if (places.length === 0) return null;
  const first = places.find(({ inNow }) => inNow > 0);
  return (
    <>
      <h2>{first ? t('where-now.in', { name: memberName(first.memberId) }) : t('where-now.all-out')}</h2>
      <p className="quiet">{t(first ? 'where-now.sent' : 'where-now.queue')}</p>
      <ul className="where-now">
        {places.map(({ memberId, count, inNow }) => (
          <li key={memberId}>
            <Spine memberId={memberId}>{memberName(memberId)}</Spine>
            <span className={inNow > 0 ? 'good' : 'quiet'}>{t('where-now.copies', { count, in: inNow })}</span>
          </li>
        ))}
      </ul>
    </>
  );
};
