import { Link } from '@tanstack/react-router';
import { useTranslate } from '../../../i18n/translate.ts';
import { useMapping } from '../shared/item-mapping.ts';

/** By which mapping the copies in a file are read, and the way to it; a library that has said nothing is told so before it loads. */
export const MappingLine = ({ memberId }: { memberId: string }) => {
  const t = useTranslate();
  const { data } = useMapping(memberId);
  if (!data) return null;
  const { mapping, isDefault } = data;
  const way = (
    <Link to="/item-mapping" search={{ member: memberId }}>
      {t('loads.to-mapping')}
    </Link>
  );
  if (!isDefault)
    return (
      <p className="quiet">
        {t('loads.mapping', { tag: mapping.tag })} {way}
      </p>
    );
  return (
    <div className="notice notice-mark">
      <div>
        <p>{t('loads.no-mapping', { tag: mapping.tag })}</p>
        <p>{way}</p>
      </div>
    </div>
  );
};
