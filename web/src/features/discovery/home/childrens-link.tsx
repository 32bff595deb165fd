import { Link } from '@tanstack/react-router';
import { useTranslate } from '../../../i18n/translate.ts';

/** Leads to the page for children. */
export const ChildrensLink = () => {
  const t = useTranslate();
  return (
    <p className="childrens-link">
      <Link to="/children">{t('children.title')}</Link>
      <span className="quiet">{t('children.enter')}</span>
    </p>
  );
};
