/** Covers that the staff of libraries upload. */
export const upload = {
  'problem.not-your-title': 'Your library has no record of this title.',
  'problem.picture-too-large': 'A picture has 2,000,000 bytes at most.',
  'problem.not-a-picture': 'The file is no whole JPEG, PNG or WebP, or it is animated.',
  'problem.not-cover-size': 'Each side of a cover has 40 to 4000 pixels.',
  'problem.no-cover': 'The library has no cover of this title any more.',
  'upload.title': 'Uploaded covers',
  'upload.meaning':
    'The newest one is shown to everybody instead of others. Browsers that have shown another cover before change within a day.',
  'upload.none': 'No library has uploaded a cover of this title.',
  'upload.shown': 'The cover that is shown',
  'upload.by': '{name}, {day}, {width} × {height} pixels',
  'upload.file': 'Cover for {name}: JPEG, PNG or WebP, 2 MB at most. Place and camera of a photograph are removed.',
  'upload.send': 'Upload cover',
  'upload.stored': 'The cover is stored.',
  'upload.remove': 'Remove',
  'upload.remove-of': 'Remove the cover of {name}',
  'upload.removed': 'The cover is removed.',
} as const;
