import { spawnSync } from 'node:child_process';
import { join } from 'node:path';

/** Returns the errors that libxml2 finds in XML documents by a schema (XSD), by document, and nothing for valid ones. */
export const faultsBySchema = (schema: string, documents: readonly string[]): string[] => {
  const script = join(__dirname, 'validate-xml.mjs');
  const input = JSON.stringify({ schema, documents });
  const { status, stdout, stderr } = spawnSync(process.execPath, [script], {
    input,
    encoding: 'utf8',
    maxBuffer: 1 << 28,
  });
  if (status !== 0) throw new Error(`The validator did not run: ${stderr}`);
  const found = JSON.parse(stdout) as (string | null)[];
  return found.flatMap((fault, place) => (fault === null ? [] : [`${fault} in ${documents[place]}`]));
};
