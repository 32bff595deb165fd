import { Barcode } from '../../../components/barcode.tsx';
import { Dialog } from '../../../components/dialog.tsx';
import { useTranslate } from '../../../i18n/translate.ts';

type ShownCard = { card: string; name: string; close: () => void };

/** The card as a large barcode on white, for the scanner of a desk or a self-check, with its number below. */
export const ShowCard = ({ card, name, close }: ShownCard) => {
  const t = useTranslate();
  return (
    <Dialog title={t('account.my-card')} close={close} size="lg">
      <div className="card-code">
        <Barcode text={card} height={120} />
        <p className="card-number">{card}</p>
        <p>{name}</p>
      </div>
    </Dialog>
  );
};
