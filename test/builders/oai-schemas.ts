import { copyFileSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { faultsBySchema } from './valid-xml.ts';

const elements =
  'title creator subject description publisher contributor date type format identifier source language relation coverage rights';

/** The fifteen elements of Dublin Core, which the protocol’s schema references but does not include. */
const simpleDc = `<schema xmlns="http://www.w3.org/2001/XMLSchema" targetNamespace="http://purl.org/dc/elements/1.1/" elementFormDefault="qualified">${elements
  .split(' ')
  .map((name) => `<element name="${name}" type="string"/>`)
  .join('')}</schema>`;

const imported = {
  'OAI-PMH.xsd': 'http://www.openarchives.org/OAI/2.0/',
  'oai_dc.xsd': 'http://www.openarchives.org/OAI/2.0/oai_dc/',
  'oai-identifier.xsd': 'http://www.openarchives.org/OAI/2.0/oai-identifier',
  'MARC21slim.xsd': 'http://www.loc.gov/MARC21/slim',
};

/** Returns the schema errors of OAI-PMH answers, by the protocol's schema and those of their contents. Takes the folder of real data. */
export const faultsOfAnswers = (folder: string, answers: readonly string[]): string[] => {
  const at = mkdtempSync(join(tmpdir(), 'concord-oai-'));
  try {
    for (const file of Object.keys(imported)) copyFileSync(join(folder, 'oai', file), join(at, file));
    writeFileSync(join(at, 'simpledc20021212.xsd'), simpleDc);
    const imports = Object.entries(imported).map(
      ([file, uri]) => `<import namespace="${uri}" schemaLocation="${file}"/>`,
    );
    writeFileSync(join(at, 'all.xsd'), `<schema xmlns="http://www.w3.org/2001/XMLSchema">${imports.join('')}</schema>`);
    return faultsBySchema(join(at, 'all.xsd'), answers);
  } finally {
    rmSync(at, { recursive: true, force: true });
  }
};
