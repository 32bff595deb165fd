import { useDirectory } from '../../../api/directory.ts';
import { Badge } from '../../../components/badge.tsx';
import { useTranslate } from '../../../i18n/translate.ts';
import { type EnteredLine, titleIn } from './order-entry.ts';
import { useDuplicates } from './orders.ts';

/** What libraries have and ordered of the title of a line, and how many holds wait for it: nothing until its ISBN is whole. */
export const Duplicates = ({ memberId, line }: { memberId: string; line: EnteredLine }) => {
  const t = useTranslate();
  const { memberName } = useDirectory();
  const { data, error } = useDuplicates(memberId, titleIn(line));
  if (error) return <p className="quiet">{t('duplicate.failed')}</p>;
  if (!data) return null;
  const { libraries, holds, proposed, refused, title } = data;
  if (libraries.length === 0) return <p className="quiet">{t('duplicate.none')}</p>;
  // Copies that the holds require are no duplicates.
  const isEnough = Number(line.copies) + Number(line.eCopies) > proposed;
  return (
    <div className="order-duplicate" role="status">
      <p>
        <Badge tone={isEnough ? 'warn' : 'info'} {...(isEnough && { icon: 'warn' as const })}>
          {t(isEnough ? 'duplicate.title' : 'duplicate.required', { count: proposed })}
        </Badge>{' '}
        {title}
      </p>
      <ul>
        {libraries.map(({ memberId: library, held, onOrder }) => (
          <li key={library}>{t('duplicate.library', { member: memberName(library), held, ordered: onOrder })}</li>
        ))}
      </ul>
      <p>
        {t('duplicate.holds', { count: holds })}{' '}
        {isEnough && proposed > 0 && t('duplicate.required', { count: proposed })}{' '}
        {isEnough && refused && t('duplicate.refused')}
      </p>
    </div>
  );
};
