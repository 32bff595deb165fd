// Run apart: the validator is an ES module that waits for its WebAssembly, which jest's CommonJS cannot load.
// Takes as JSON on standard input { schema: path, documents: string[] }; prints a JSON list, one entry a document: null, or what is wrong.
import { readFileSync } from 'node:fs';
import { XmlDocument, XsdValidator } from 'libxml2-wasm';
import { xmlRegisterFsInputProviders } from 'libxml2-wasm/lib/nodejs.mjs';

// A schema may import others beside it.
xmlRegisterFsInputProviders();

const { schema, documents } = JSON.parse(readFileSync(0, 'utf8'));
const validator = XsdValidator.fromDoc(XmlDocument.fromBuffer(readFileSync(schema), { url: schema }));
const wrong = documents.map((text) => {
  try {
    const document = XmlDocument.fromString(text);
    validator.validate(document);
    document.dispose();
    return null;
  } catch (error) {
    return String(error.message);
  }
});
process.stdout.write(JSON.stringify(wrong));
