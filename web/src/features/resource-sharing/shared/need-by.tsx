import { TextInput } from '@mantine/core';
import { useSay } from '../../../i18n/translate.ts';
import { isOver, type Need } from './need.ts';

/** By which day it is needed: left empty, any will do. A day that is over is told so. */
export const NeedBy = ({ need, onChange }: { need: Need; onChange: (need: Need) => void }) => {
  const say = useSay();
  return (
    <TextInput
      type="date"
      label={say('request.need-by')}
      max="9999-12-31"
      value={need.day}
      error={isOver(need) && say('problem.need-by-passed')}
      onChange={({ currentTarget: { value } }) => onChange({ ...need, day: value })}
    />
  );
};
