import { Button } from '@mantine/core';
import { useDirectory } from '../../../api/directory.ts';
import { useTextOf, useTranslate } from '../../../i18n/translate.ts';
import type { Question } from './desk-types.ts';

const asked = {
  'card-or-item': 'desk.card-or-item',
  'whose-card': 'desk.whose-card',
  'whose-item': 'desk.whose-item',
  'verify-location': 'desk.verify-location',
} as const;

/** Asks once, when a number is both a card and an item, or belongs to two members; answered by a letter or a click. */
export const QuestionPanel = ({ question, answer }: { question: Question; answer: (letter: string) => boolean }) => {
  const t = useTranslate();
  const textOf = useTextOf();
  const { memberName } = useDirectory();
  return (
    <div className="notice notice-warn" role="alert">
      <div>
        <p className="notice-title">{t(asked[question.kind])}</p>
        <p className="row">
          {question.choices.map(({ letter, value, memberId }) => (
            <Button key={letter} variant="default" onClick={() => answer(letter)}>
              {memberId === undefined ? textOf('desk-is', value) : memberName(memberId)}&nbsp;
              <kbd>{letter.toUpperCase()}</kbd>
            </Button>
          ))}
        </p>
      </div>
    </div>
  );
};
