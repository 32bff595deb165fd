import { Link } from '@tanstack/react-router';
import { useTranslate } from '../../../i18n/translate.ts';
import '../shared/hand-over.ts';
import { PatronsFrame } from '../shared/patrons-frame.tsx';
import { RegisterForm } from './register-form.tsx';

/** The page on which a desk registers a patron. */
export const RegisterPage = () => {
  const t = useTranslate();
  return (
    <PatronsFrame
      title={t('register.title')}
      back="/patrons/new"
      actions={<Link to="/patrons">{t('patrons.title')}</Link>}
    >
      {(branchId) => <RegisterForm branchId={branchId} />}
    </PatronsFrame>
  );
};
