import { Dialog } from '../../../components/dialog.tsx';
import { useTranslate } from '../../../i18n/translate.ts';
import { PassForm } from './pass-form.tsx';

type Person = Omit<Parameters<typeof PassForm>[0], 'isOwn'> & { name: string };

/** A dialog in which an administrator removes the code and badge of a person for shared desks. */
export const PassDialog = ({ person: { name, ...pass }, close }: { person: Person; close: () => void }) => {
  const t = useTranslate();
  return (
    <Dialog title={t('my-code.of', { name })} close={close}>
      <div className="stack">
        <p className="quiet">{t('my-code.hand-over')}</p>
        <PassForm isOwn={false} staffId={pass.staffId} deskPass={pass.deskPass} />
      </div>
    </Dialog>
  );
};
