import { Button } from '@mantine/core';
import { Barcode } from '../../../components/barcode.tsx';
import { useTranslate } from '../../../i18n/translate.ts';
import { sortedName } from '../../patrons/shared/patron-name.ts';
import type { Pupil } from './use-classes.ts';

/** A sheet of the cards of a class as barcodes, so that a class borrows without its cards. */
export const BarcodeSheet = ({ pupils }: { pupils: readonly Pupil[] }) => {
  const t = useTranslate();
  return (
    <>
      <div className="row class-bar class-note">
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
