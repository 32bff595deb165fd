import openapiTS, { astToString } from 'openapi-typescript';

/** The API's types as the web app's client reads them. Takes the OpenAPI document; gives a module of types only. */
export const webSchema = async (api: Record<string, unknown>): Promise<string> => {
  // What has a default may be left out of what is sent; that it is there in what is answered, the document says by itself.
  const types = await openapiTS(JSON.stringify(api), { defaultNonNullable: false });
  return `// Generated from the operations' contracts by npm run gen.\n${astToString(types)}`;
};
