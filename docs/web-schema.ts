import openapiTS, { astToString } from 'openapi-typescript';

/** The API's types as the web app's client reads them. Takes the OpenAPI document; gives a module of types only. */
export const webSchema = async (api: Record<string, unknown>): Promise<string> => {
  const types = await openapiTS(JSON.stringify(api));
  return `// Generated from the operations' contracts by npm run gen.\n${astToString(types)}`;
};
