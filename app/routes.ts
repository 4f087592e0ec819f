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
      route('allocation', 'allocation/allocation-page.tsx'),
      route('allocation/new', 'allocation/new-page.tsx'),
      route('allocation/compare', 'allocation/compare-page.tsx'),
      route('allocation/:document', 'allocation/document-page.tsx'),
      route('allocation/:document/rules', 'allocation/rules-page.tsx'),
      route('plans', 'participation/plan-list-page.tsx'),
      route('plans/:document', 'plan/plan-page.tsx', [index('participation/plan-decisions.tsx')]),
      route('plans/:document/sections/:question/:node?', 'plan/section-page.tsx'),
      route('plans/:document/new-measure', 'plan/measure-page.tsx', { id: 'new-measure' }),
      route('plans/:document/measures/:measure', 'plan/measure-page.tsx', { id: 'measure' }),
      route('plans/:document/budget', 'plan/budget-page.tsx'),
      route('plans/:document/submit', 'plan/submit-page.tsx'),
      route('plans/:document/return', 'plan/return-page.tsx'),
      route('plans/:document/ask', 'participation/ask-page.tsx'),
      route('plans/:document/adopt', 'participation/adopt-page.tsx'),
      route('decisions', 'participation/decision-list-page.tsx'),
      route('decisions/:decision', 'participation/dossier-page.tsx'),
      route('decisions/:decision/outcome', 'participation/outcome-page.tsx'),
    ]),
    route('account', 'identity/account-page.tsx'),
    route('admin', 'identity/admin-layout.tsx', [
      route('units', 'organisation/units-page.tsx'),
      route('units/:unit', 'organisation/unit-page.tsx'),
      route('bodies', 'organisation/bodies-page.tsx'),
      route('bodies/:body', 'organisation/body-page.tsx'),
      route('head-counts', 'organisation/head-counts-page.tsx'),
      route('frameworks', 'framework/frameworks-page.tsx'),
      route('frameworks/:framework', 'framework/framework-page.tsx'),
      route('schemes', 'scheme/scheme-list-page.tsx'),
      route('schemes/:scheme', 'scheme/scheme-admin-page.tsx'),
      route('accounts', 'identity/accounts-page.tsx'),
      route('tokens', 'identity/tokens-page.tsx'),
      route('audit', 'identity/audit-page.tsx'),
    ]),
  ]),
] satisfies RouteConfig;
