import { NativeSelect } from '@mantine/core';
import { depthsOf, type Fund } from './funds.ts';

type Choice = {
  label: string;
  /** What the empty value means. */
  none: string;
  description?: string | undefined;
  funds: readonly Fund[];
  value: string;
  disabled?: boolean;
  onChange: (code: string) => void;
};

/** The choice of a fund from the tree. */
export const FundChoice = ({ none, funds, onChange, ...shown }: Choice) => {
  const depths = depthsOf(funds);
  return (
    <NativeSelect
      size="sm"
      {...shown}
      data={[
        { value: '', label: none },
        ...funds.map(({ code, name }) => ({
          value: code,
          label: `${'– '.repeat(depths.get(code) ?? 0)}${name} (${code})`,
        })),
      ]}
      onChange={({ currentTarget: { value } }) => onChange(value)}
    />
  );
};
