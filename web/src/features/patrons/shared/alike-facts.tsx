import type { Answered } from '../../../api/current-user.ts';
import { useDirectory } from '../../../api/directory.ts';
import { useTextOf, useTranslate } from '../../../i18n/translate.ts';
import { cardTail, sortedName } from './patron-name.ts';
import { useBirthDate } from './use-birth-date.ts';

export type AlikePatron = Answered<'patrons-list-possible-duplicates'>['duplicates'][number];

/** Shows possible duplicates of a patron, with the reasons; of a patron of another library only the library. */
export const AlikeFacts = ({ patron }: { patron: AlikePatron }) => {
  const t = useTranslate();
  const textOf = useTextOf();
  const birthDate = useBirthDate();
  const { memberName } = useDirectory();
  const { name, birthDate: born, card, homeMember, reasons } = patron;
  return (
    <>
      {name ? sortedName(name) : t('patron.of-member', { member: memberName(homeMember) })}
      {born && `, ${t('patrons.born-on', { date: birthDate(born) })}`}
      {card && `, ${t('patrons.card-tail', { card: cardTail(card) })}`}
      <span className="second-line">
        {t('patron.same', { what: reasons.map((reason) => textOf('likeness', reason)).join(', ') })}
      </span>
    </>
  );
};
