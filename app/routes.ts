import { index, layout, type RouteConfig, route } from '@react-router/dev/routes';

/** Every component in every state, for those who build them: only while developing. */
const gallery = process.env.NODE_ENV === 'production' ? [] : [route('gallery', 'ui/gallery-page.tsx')];

/** Every URL of the screens, by hand: the table of contents. */
export default [
  route('sign-in', 'identity/sign-in-page.tsx'),
  route('sign-out', 'identity/sign-out.ts'),
  route('preferences', 'identity/preferences.ts'),
  ...gallery,
  layout('identity/signed-in-layout.tsx', [
    index('home-page.tsx'),
    route('schemes', 'scheme/schemes-page.tsx'),
    route('schemes/:scheme', 'scheme/scheme-layout.tsx', [
      index('report/overview-page.tsx'),
      route('money', 'report/money-page.tsx'),
      route('money/lines', 'report/money-lines-page.tsx'),
      route('money/export/:format', 'report/money-export.ts'),
      route('funding', 'funding/funding-page.tsx'),
      route('funding/letter', 'funding/letter-page.tsx'),
      route('funding/files/:file', 'funding/letter-file.ts'),
    ]),
    route('admin', 'identity/admin-layout.tsx', []),
  ]),
] satisfies RouteConfig;
