import { useTranslate } from '../../../i18n/translate.ts';
import { LibraryPage } from '../shared/library-page.tsx';
import { DeskTable } from './desk-table.tsx';
import { EnrolDesk } from './enrol-desk.tsx';

/** The page of a library's shared desks: devices on which staff change by badge or code. */
export const SharedDesksPage = () => {
  const t = useTranslate();
  return (
    <LibraryPage
      isAudited
      title={t('shared-desks.title')}
      meaning={t('shared-desks.meaning')}
      library={t('shared-desks.library')}
      notYours={t('shared-desks.not-yours')}
      back="/shared-desks"
    >
      {(memberId, mayChange) => (
        <>
          <DeskTable memberId={memberId} mayChange={mayChange} />
          {mayChange && <EnrolDesk memberId={memberId} />}
        </>
      )}
    </LibraryPage>
  );
};
