import { join } from 'node:path';
import { faultsBySchema } from './valid-xml.ts';

const schemas = { '1.2': 'ISO-18626-v1_2.xsd', '2021': 'ISO-18626-2021-2.xsd' };

/** Returns the schema errors of messages, each by the schema of its edition. Takes the folder of real data. */
export const faultsOfMessages = (folder: string, written: readonly string[]): string[] => {
  const isOld = (xml: string): boolean => /ill:version="1\.[0-2]"/.test(xml);
  const [old, recent] = [written.filter(isOld), written.filter((xml) => !isOld(xml))];
  return [
    ...faultsBySchema(join(folder, 'ill', schemas['1.2']), old),
    ...faultsBySchema(join(folder, 'ill', schemas['2021']), recent),
  ];
};
