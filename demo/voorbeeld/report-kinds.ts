import type { InstitutionInput } from '#app/exchange/institution-file.ts';
import { basis } from './scheme.ts';

type Scheme = NonNullable<InstitutionInput['schemes']>[number];
type Kind = NonNullable<Scheme['documentKinds']>[number];
type Question = NonNullable<Kind['questions']>[number];

function question(code: string, [textNl, textEn]: [string, string], rest: Partial<Question> = {}): Question {
  return { code, textNl, textEn, per: 'document', ...rest };
}

/** A part that the template fills: nobody is asked. */
function filled(
  code: string,
  names: [string, string],
  report: Omit<NonNullable<Question['report']>, 'filled'>,
  rest: Partial<Question> = {},
): Question {
  return question(code, names, { required: false, ...rest, report: { ...report, filled: true } });
}

function right(bodyKind: string, bodyAt: 'unit' | 'institution', kind: 'approval' | 'discussion') {
  return {
    bodyKind,
    bodyAt,
    kind,
    prior: kind === 'approval',
    termDays: 28,
    basis,
    certainty: 'text' as const,
  };
}

/** The yearly reports in words, which the cycle asks for: each draws on the ones below it. */
export const reportKinds: Kind[] = [
  {
    code: 'opleidingsverslag',
    nameNl: 'Opleidingsjaarverslag',
    nameEn: 'Programme annual report',
    unitKinds: ['programme'],
    questions: [
      question('resultaten', [
        'Wat is er met de kwaliteitsafspraken in de opleiding gedaan?',
        'What was done in the programme with the quality agreements?',
      ]),
      question('ervaring', [
        'Wat merken studenten en docenten ervan?',
        'What do students and teachers notice of it?',
      ]),
      question('knelpunten', ['Wat lukte niet, en waarom?', 'What did not work, and why?'], {
        required: false,
      }),
    ],
    rights: [right('programme-committee', 'unit', 'discussion')],
  },
  {
    code: 'jaaroverzicht',
    nameNl: 'Jaaroverzicht gezamenlijk initiatief',
    nameEn: 'Yearly overview of a joint initiative',
    unitKinds: ['service'],
    questions: [
      question('activiteiten', [
        'Welke activiteiten zijn van dit geld uitgevoerd?',
        'Which activities were carried out with this money?',
      ]),
      filled('besteding', ['Wat is er besteed?', 'What was spent?'], {
        fixedNl: 'Begroot en gerealiseerd bij deze eenheid, zoals de financiële administratie het kent.',
        fixedEn: 'Budgeted and realised at this unit, as the finance records have it.',
        blocks: [{ kind: 'money', rows: 'measure', stages: ['budgeted', 'realised'], years: 'all' }],
      }),
    ],
  },
  {
    code: 'onderwijsverslag',
    nameNl: 'Facultair onderwijsjaarverslag',
    nameEn: 'Faculty education report',
    unitKinds: ['faculty'],
    questions: [
      question('voortgang', ['Wat leverden de maatregelen op?', 'What did the measures bring?'], {
        report: {
          drawsOn: [
            { kind: 'opleidingsverslag', question: 'resultaten' },
            { kind: 'opleidingsverslag', question: 'ervaring' },
          ],
          blocks: [{ kind: 'progress' }],
        },
      }),
      question('leerpunten', ['Wat leert de faculteit hiervan?', 'What does the faculty learn from it?'], {
        required: false,
        report: { drawsOn: [{ kind: 'opleidingsverslag', question: 'knelpunten' }] },
      }),
      filled('geld', ['Wat is begroot en gerealiseerd?', 'What was budgeted and realised?'], {
        fixedNl:
          'De tabel volgt uit de plannen en verslagen die van kracht zijn; niemand heeft er een cijfer in overgetypt.[^Een streepje is nul, een leeg vak betekent dat er over dat jaar nog niets is vastgesteld.]',
        fixedEn:
          'The table follows from the plans and reports in force; nobody has typed a figure into it.[^A dash is nil; an empty cell means that nothing has been adopted for that year yet.]',
        blocks: [
          { kind: 'money', rows: 'theme', stages: ['budgeted', 'realised'], years: 'all' },
          { kind: 'chart', rows: 'theme', stages: ['budgeted', 'realised'] },
        ],
      }),
      question('vooruitblik', ['Wat verandert er komend jaar?', 'What changes next year?']),
      filled('bijlage-opleidingen', ['Bijlage: de opleidingsjaarverslagen', 'Annex: the programme reports'], {
        part: 'annex',
        drawsOn: [
          { kind: 'opleidingsverslag', question: 'resultaten' },
          { kind: 'opleidingsverslag', question: 'ervaring' },
          { kind: 'opleidingsverslag', question: 'knelpunten' },
        ],
        blocks: [{ kind: 'lower' }],
      }),
    ],
    rights: [right('faculty-council', 'unit', 'approval')],
  },
  {
    code: 'voortgangsverslag',
    nameNl: 'Universitair voortgangsverslag',
    nameEn: 'University progress report',
    unitKinds: ['institution'],
    questions: [
      filled('leeswijzer', ['Leeswijzer', 'How to read this report'], {
        fixedNl:
          'Dit verslag gaat over de kwaliteitsafspraken in het kalenderjaar. Het rust op de facultaire onderwijsjaarverslagen over het studiejaar dat in dat jaar eindigde, en die weer op de jaarverslagen van de opleidingen. Wat is aangehaald, noemt zijn bron.[^Bij elke aanhaling staat de versie die is ingediend, met het begin van haar controlegetal: daarmee is na te gaan dat er niets aan is veranderd.]',
        fixedEn:
          'This report is about the quality agreements in the calendar year. It rests on the faculty education reports over the academic year that ended in it, and these on the annual reports of the programmes. What is quoted names its source.[^Each quote names the version that was submitted, with the beginning of its content hash, which shows that nothing of it has changed.]',
        blocks: [{ kind: 'guide' }],
      }),
      question('voortgang', ['Hoe staan de kwaliteitsafspraken ervoor?', 'How do the agreements stand?'], {
        report: { drawsOn: [{ kind: 'onderwijsverslag', question: 'voortgang', yearsBefore: 1 }] },
      }),
      question('thema', ['Wat is er in dit thema bereikt?', 'What was achieved in this theme?'], {
        per: 'theme',
        required: false,
        report: {
          blocks: [
            { kind: 'money', rows: 'unit', stages: ['budgeted', 'realised'] },
            { kind: 'chart', rows: 'unit', stages: ['budgeted', 'realised'] },
          ],
        },
      }),
      question('duiding', ['Wat valt op bij deze faculteit?', 'What stands out at this faculty?'], {
        per: 'unit',
        unitKinds: ['faculty'],
        required: false,
        report: {
          drawsOn: [
            { kind: 'onderwijsverslag', question: 'voortgang', yearsBefore: 1 },
            { kind: 'onderwijsverslag', question: 'vooruitblik', yearsBefore: 1 },
          ],
        },
      }),
      question(
        'gezamenlijk',
        ['Wat deden de gezamenlijke initiatieven?', 'What did the joint initiatives do?'],
        {
          required: false,
          report: {
            drawsOn: [{ kind: 'jaaroverzicht', question: 'activiteiten' }],
            blocks: [{ kind: 'table', code: 'gezamenlijke-initiatieven' }],
          },
        },
      ),
      filled('geld', ['Begroot en gerealiseerd', 'Budgeted and realised'], {
        blocks: [
          { kind: 'table', code: 'bestedingen-per-thema' },
          { kind: 'chart', rows: 'theme', stages: ['budgeted', 'realised'] },
        ],
      }),
      filled('indicatoren', ['Wat de indicatoren zeggen', 'What the indicators say'], {
        blocks: [{ kind: 'indicators', codes: [] }],
      }),
      filled('bijlage-faculteiten', ['Bijlage: de facultaire verslagen', 'Annex: the faculty reports'], {
        part: 'annex',
        drawsOn: [
          { kind: 'onderwijsverslag', question: 'voortgang', yearsBefore: 1 },
          { kind: 'onderwijsverslag', question: 'leerpunten', yearsBefore: 1 },
          { kind: 'onderwijsverslag', question: 'vooruitblik', yearsBefore: 1 },
        ],
        blocks: [{ kind: 'lower' }],
      }),
    ],
    rights: [right('university-council', 'institution', 'discussion')],
  },
];
