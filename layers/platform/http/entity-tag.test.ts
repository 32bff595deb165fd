import { withEntityTag } from './entity-tag.ts';

const answered = { statusCode: 200, headers: { 'content-type': 'application/json' }, body: '{"members":[]}' };
const tag = withEntityTag(answered, undefined).headers.etag ?? '';

test('finding C3: a success has a tag of its body and may be stored, if it is asked for again before each use', () => {
  expect(withEntityTag(answered, undefined)).toEqual({
    ...answered,
    headers: { ...answered.headers, etag: expect.stringMatching(/^"[\w-]{22}"$/), 'cache-control': 'no-cache' },
  });
  expect(withEntityTag({ ...answered, body: '{}' }, undefined).headers.etag).not.toBe(tag);
});

test('a shared cache may answer again without credentials for the seconds of the contract, and stores no answer to credentials', () => {
  const control = (isSignedIn: boolean) =>
    withEntityTag(answered, undefined, { sharedSeconds: 30, isSignedIn }).headers['cache-control'];
  expect(control(false)).toBe('public, max-age=0, s-maxage=30');
  expect(control(true)).toBe('private, no-cache');
});

test.each([[tag], [`W/${tag}`], [`"other", ${tag}`], ['*'], [` ${tag} `]])(
  'finding C3: who has the body already (If-None-Match: %s) gets 304 without one',
  (header) => {
    expect(withEntityTag(answered, header)).toEqual({
      statusCode: 304,
      headers: { etag: tag, 'cache-control': 'no-cache' },
      body: '',
    });
  },
);

test.each([['"other"'], [tag.slice(1, -1)], [''], ['"'], ['W/"other", "*"']])(
  'finding C3: another If-None-Match (%s) gets the whole answer',
  (header) => expect(withEntityTag(answered, header).statusCode).toBe(200),
);
