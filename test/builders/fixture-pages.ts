import { plainPage } from '../../functions/discovery/domain/pages/html-page.ts';
import { languageIn, searchedIn } from '../../functions/discovery/domain/pages/page-query.ts';
import { recordHtml } from '../../functions/discovery/domain/pages/record-html.ts';
import { searchHtml } from '../../functions/discovery/domain/pages/search-html.ts';
import { recordPageSchema, searchViewSchema } from '../../functions/discovery/domain/views.ts';
import { fixtureHits, fixtureRecord } from './fixture-records.ts';
import type { SceneAnswer, SceneCall } from './scene.ts';

type Scene = (call: SceneCall) => SceneAnswer;
const branchName = (id: string): string => id;

/** The pages that work without JavaScript, as the product writes them. */
export const fixturePages: Readonly<Record<string, Scene>> = {
  'discovery-show-record-html': ({ query, params: { recordId = '' }, origin }) => {
    const language = languageIn(String(query));
    if (recordId === 'rec_none') return { status: 404, json: plainPage(language, 'unknown') };
    const page = recordPageSchema.parse(fixtureRecord(recordId));
    return { json: recordHtml(page, recordId, { site: origin, branchName, language }) };
  },
  'discovery-show-search-html': ({ query, origin }) => {
    const parameters = searchedIn(String(query));
    const view = searchViewSchema.parse(fixtureHits(new URLSearchParams(parameters)));
    return {
      json: searchHtml(
        view,
        { language: languageIn(String(query)), parameters },
        { site: origin, memberName: branchName },
      ),
    };
  },
};
