import { Button } from '@mantine/core';
import { useTranslate } from '../../../i18n/translate.ts';
import { sortedName } from '../../patrons/shared/patron-name.ts';
import { Barcode } from '../../../components/barcode.tsx';
import type { Pupil } from './use-classes.ts';

/** A sheet of the cards of a class as barcodes, so that a class borrows without its cards. */
export const BarcodeSheet = ({ pupils, classId }: { pupils: readonly Pupil[]; classId: string }) => {
  const t = useTranslate();
  return (
    <>
      <div className="row class-bar">
        <p>{t('class.sheet-meaning')}</p>
        <Button size="xs" onClick={() => window.print()}>
          {t('do.print')}
        </Button>
      </div>
      <ul className="class-sheet">
        {pupils.map((pupil) => (
          <li key={pupil.patronId}>
            <span>{sortedName(pupil.name)}</span>
            <Barcode text={pupil.card} />
            <span className="barcode">{pupil.card}</span>
          </li>
        ))}
      </ul>
    </>
  );
};
