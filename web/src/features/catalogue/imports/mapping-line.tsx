import { Link } from '@tanstack/react-router';
import { useTranslate } from '../../../i18n/translate.ts';
import { useMapping } from '../shared/item-mapping.ts';

/** The item mapping used for files, with a link to it; warns a library without a mapping before it imports. */
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
    <div className="notice notice-warn">
      <div>
        <p>{t('loads.no-mapping', { tag: mapping.tag })}</p>
        <p>{way}</p>
      </div>
    </div>
  );
};
