import { readFile } from 'node:fs/promises';
import type { InstitutionInput } from '#app/exchange/institution-file.ts';
import { importInstitution } from '#app/exchange/institution-import.server.ts';
import { actorOf, listSignInInstitutions } from '#app/identity/identity.server.ts';
import type { Actor } from '#app/kernel/actor.ts';
import { type Db, inInstitution } from '#app/kernel/db.server.ts';
import { roles } from '../demo/roles.ts';

export type LoadedInstitution = {
  institutionId: string;
  code: string;
  /** the account with this login as the actor it is when signed in */
  actor(login: string): Promise<Actor>;
};

/**
 * Loads an institution for a test: an object such as `smallInstitution()`, or a demo institution by its code, which
 * a database may hold from the start (`watchedDatabase('voorbeeld')`).
 */
export async function loadInstitution(db: Db, source: string | InstitutionInput): Promise<LoadedInstitution> {
  const there =
    typeof source === 'string' && (await listSignInInstitutions(db)).find((one) => one.code === source);
  const { institutionId, code } =
    there ||
    (await importInstitution(db, typeof source === 'string' ? await demoFile(source) : source, {
      allowDemo: true,
    }));
  const actor = async (login: string): Promise<Actor> => {
    const found = await inInstitution(db, institutionId, async (tx) => {
      const { accountId } = await tx
        .selectFrom('account')
        .select('accountId')
        .where('institutionId', '=', institutionId)
        .where('login', '=', login)
        .executeTakeFirstOrThrow();
      return actorOf(tx, institutionId, accountId);
    });
    if (!found) throw new Error(`no such account: ${login}`);
    return found;
  };
  return { institutionId, code, actor };
}

/** The file of a demo institution. */
export async function demoFile(code: string): Promise<InstitutionInput> {
  const url = new URL(`../demo/${code}/institution.json`, import.meta.url);
  return JSON.parse(await readFile(url, 'utf8')) as InstitutionInput;
}

/** The same with nothing public: what is public has dozens of files to be made. */
export async function unpublishedDemo(code: string): Promise<InstitutionInput> {
  const file = await demoFile(code);
  return { ...file, schemes: file.schemes!.map((scheme) => ({ ...scheme, publications: [] })) };
}

/**
 * A small but whole institution: root, two faculties (law, science), board and councils, an account for each
 * role, a framework of two themes and one of two ambitions, a scheme 2022-2024 with two funds, one plan of
 * Law in draft with two measures, and no money but that of the draft. Change what a test needs.
 */
export function smallInstitution(code = 'klein'): InstitutionInput {
  return {
    format: 'akkoord-institution/1',
    institution: { code, nameNl: 'Kleine universiteit', nameEn: 'Small University', demo: true },
    units: [
      { code: 'klein', kind: 'institution', nameNl: 'Kleine universiteit', nameEn: 'Small University' },
      faculty('recht', 'Faculteit Recht', 'Faculty of Law'),
      faculty('beta', 'Faculteit Bèta', 'Faculty of Science'),
    ],
    headCountDefinitions: [{ code: 'eer', nameNl: 'EER-studenten', nameEn: 'EEA students' }],
    headCounts: [
      { definition: 'eer', unit: 'recht', date: '2021-10-01', heads: 1000, source: 'test' },
      { definition: 'eer', unit: 'beta', date: '2021-10-01', heads: 500, source: 'test' },
    ],
    roles,
    accounts: [
      { login: 'beheer', name: 'Beheerder', mandates: [{ role: 'beheerder' }] },
      { login: 'beleid', name: 'Beleidsmedewerker', mandates: [{ role: 'beleidsmedewerker' }] },
      { login: 'controller', name: 'Controller', mandates: [{ role: 'controller' }] },
      {
        login: 'cvb',
        name: 'College van Bestuur',
        mandates: [{ role: 'college' }, { role: 'college', body: 'cvb' }],
      },
      {
        login: 'schrijver-recht',
        name: 'Planschrijver Recht',
        mandates: [{ role: 'planschrijver', unit: 'recht' }],
      },
      {
        login: 'schrijver-beta',
        name: 'Planschrijver Bèta',
        mandates: [{ role: 'planschrijver', unit: 'beta' }],
      },
      {
        login: 'controller-recht',
        name: 'Faculteitscontroller Recht',
        mandates: [{ role: 'faculteitscontroller', unit: 'recht' }],
      },
      {
        login: 'griffier-recht',
        name: 'Griffier faculteitsraad Recht',
        mandates: [{ role: 'griffier', body: 'fr-recht' }],
      },
      {
        login: 'lid-fr-recht',
        name: 'Lid faculteitsraad Recht',
        mandates: [{ role: 'raadslid', body: 'fr-recht' }],
      },
      { login: 'lezer', name: 'Lezer', locale: 'en', mandates: [{ role: 'lezer' }] },
    ],
    bodyKinds: [
      { code: 'executive-board', nameNl: 'College van Bestuur', nameEn: 'Executive Board' },
      { code: 'university-council', nameNl: 'Universiteitsraad', nameEn: 'University Council' },
      { code: 'faculty-council', nameNl: 'Faculteitsraad', nameEn: 'Faculty Council' },
      { code: 'programme-committee', nameNl: 'Opleidingscommissie', nameEn: 'Programme Committee' },
    ],
    bodies: [
      body('cvb', 'executive-board', 'klein', 'College van Bestuur'),
      body('ur', 'university-council', 'klein', 'Universiteitsraad'),
      {
        ...body('fr-recht', 'faculty-council', 'recht', 'Faculteitsraad Recht'),
        members: [
          {
            name: 'Lid faculteitsraad Recht',
            capacity: 'student',
            account: 'lid-fr-recht',
            from: '2021-09-01',
            through: '2030-08-31',
          },
        ],
      },
      body('fr-beta', 'faculty-council', 'beta', 'Faculteitsraad Bèta'),
    ],
    frameworks: [
      {
        code: 'themas',
        nameNl: "Thema's",
        nameEn: 'Themes',
        nodes: [
          { code: 'T1', nameNl: 'Klein onderwijs', nameEn: 'Small-scale teaching' },
          { code: 'T2', nameNl: 'Begeleiding', nameEn: 'Guidance' },
        ],
      },
      {
        code: 'ambities',
        nameNl: 'Ambities',
        nameEn: 'Ambitions',
        nodes: [
          { code: 'A1', nameNl: 'Activerend onderwijs', nameEn: 'Active learning' },
          { code: 'A2', nameNl: 'Vaardigheden', nameEn: 'Skills' },
        ],
      },
    ],
    schemes: [smallScheme()],
  };
}

type Scheme = NonNullable<InstitutionInput['schemes']>[number];

function smallScheme(): Scheme {
  return {
    code: 'ka',
    nameNl: 'Kwaliteitsafspraken 2022-2024',
    nameEn: 'Quality agreements 2022-2024',
    legalSource: 'test',
    firstYear: 2022,
    lastYear: 2024,
    themes: 'themas',
    frameworks: ['ambities'],
    funds: [
      { code: 'kwaliteit', nameNl: 'Kwaliteitsmiddelen', nameEn: 'Quality funds' },
      { code: 'npo', nameNl: 'NPO', nameEn: 'NPO', own: false },
    ],
    rates: [{ fromYear: 2022, fteCents: 8_000_000 }],
    indicators: [
      {
        code: 'ratio',
        definitions: [
          {
            ...{ fromYear: 2020, kind: 'ratio', purpose: 'state', decimals: 1, unitKinds: ['faculty'] },
            ...{ nameNl: 'Studenten per docent', nameEn: 'Students per teacher' },
            ...{ targetNl: 'Geen: groei verbergt docenten.', targetEn: 'None: growth hides teachers.' },
          },
        ],
      },
    ],
    documentKinds: [
      kind('kadernota', 'Kadernota', 'expected', 'institution'),
      kind('bekostiging', 'Bekostigingsbrief', 'granted', 'institution'),
      kind('allocatie', 'Allocatiebesluit', 'allocated', 'institution'),
      {
        ...kind('plan', 'Facultair plan', 'budgeted', 'faculty'),
        hasMeasures: true,
        questions: [
          {
            code: 'prioriteit',
            textNl: 'Hoe zijn de keuzes gemaakt?',
            textEn: 'How were choices made?',
            per: 'document',
          },
          { code: 'doel', textNl: 'Wat is het doel?', textEn: 'What is the goal?', per: 'theme' },
        ],
        rights: [
          {
            bodyKind: 'faculty-council',
            bodyAt: 'unit',
            kind: 'consent',
            prior: true,
            termDays: 42,
            basis: 'test',
            certainty: 'text',
          },
        ],
      },
      kind('financieel-verslag', 'Financieel verslag', 'realised', 'faculty'),
    ],
    documents: [
      {
        code: 'plan-recht',
        kind: 'plan',
        unit: 'recht',
        title: 'Facultair plan Recht',
        firstYear: 2022,
        lastYear: 2024,
        versions: [
          {
            number: 1,
            status: 'draft',
            createdAt: '2021-11-01T09:00:00Z',
            sections: [
              { question: 'prioriteit', body: 'Samen met studenten.' },
              { question: 'doel', node: 'T1', body: 'Kleinere groepen.' },
              { question: 'doel', node: 'T2', body: 'Meer studieadviseurs.' },
            ],
            measures: [
              measure('werkgroepen', 'T1', 'Kleinere werkgroepen'),
              measure('adviseurs', 'T2', 'Extra studieadviseurs'),
            ],
            lines: [2022, 2023, 2024].flatMap((year) => [
              {
                fund: 'kwaliteit',
                unit: 'recht',
                node: 'T1',
                measure: 'werkgroepen',
                year,
                cents: 10_000_000,
              },
              {
                fund: 'kwaliteit',
                unit: 'recht',
                node: 'T2',
                measure: 'adviseurs',
                year,
                fteMilli: 500,
                cents: 4_000_000,
              },
            ]),
          },
        ],
      },
    ],
  };
}

function faculty(code: string, nameNl: string, nameEn: string) {
  return { code, kind: 'faculty', nameNl, nameEn, placements: [{ parent: 'klein' }] };
}

function body(code: string, kind: string, unit: string, name: string) {
  return { code, kind, unit, nameNl: name, nameEn: name };
}

function kind(
  code: string,
  name: string,
  stage: NonNullable<NonNullable<Scheme['documentKinds']>[number]['stage']>,
  unitKind: string,
) {
  return { code, nameNl: name, nameEn: name, stage, unitKinds: [unitKind] };
}

function measure(code: string, node: string, name: string) {
  return {
    code,
    node,
    name,
    owner: 'Onderwijsdirecteur',
    firstYear: 2022,
    lastYear: 2024,
    additionality: 'new' as const,
    serves: [{ framework: 'ambities', node: 'A1' }],
  };
}
