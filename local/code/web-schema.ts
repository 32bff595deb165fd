import openapiTS, { astToString } from 'openapi-typescript';

/** Generates the API types for the web app's client. Takes the OpenAPI document as JSON; returns a module of types only. */
export const webSchema = async (document: string): Promise<string> =>
  // A property with a default may be omitted from a request; the document lists it as required in a response.
  astToString(await openapiTS(document, { defaultNonNullable: false }));
