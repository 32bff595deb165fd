import { useTranslate } from '../../../i18n/translate.ts';
import { LibraryPage } from '../shared/library-page.tsx';
import { AddMachine } from './add-machine.tsx';
import { MachineTable } from './machine-table.tsx';

/** The page of a library's machine clients: self-checks and other systems that act for it. */
export const MachinesPage = () => {
  const t = useTranslate();
  return (
    <LibraryPage
      isAudited
      title={t('machines.title')}
      meaning={t('machines.meaning')}
      library={t('machines.library')}
      notYours={t('machines.not-yours')}
      back="/machines"
    >
      {(memberId, mayChange) => (
        <>
          <MachineTable memberId={memberId} mayChange={mayChange} />
          {mayChange && <AddMachine memberId={memberId} />}
        </>
      )}
    </LibraryPage>
  );
};
