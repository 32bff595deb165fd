import { Link } from '@tanstack/react-router';
import { config } from '../api/config.ts';
import { useDirectory } from '../api/directory.ts';
import { useTranslate } from '../i18n/translate.ts';

/** The footer, identical on every page: contact and help (WCAG 2.2, 3.2.6). */
export const Footer = () => {
  const t = useTranslate();
  const { members } = useDirectory();
  return (
    <footer className="footer">
      <p>
        <strong>{config().consortium}</strong>
        {members.length > 0 && <> · {t('footer.members', { count: members.length })}</>}
      </p>
      <p>{t('footer.help')}</p>
      <p>
        <Link to="/trust">{t('footer.trust')}</Link>
      </p>
    </footer>
  );
};
