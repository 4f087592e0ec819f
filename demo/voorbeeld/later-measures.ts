import { type Brief, developing, guiding } from './measures.ts';

/** What the second versions of faculty plans change in the measures of the first, and what they add. Fictional. */

export const later: Record<string, (brief: Brief) => Brief> = {
  // Law stopped its honours track at the recalibration; guidance grew.
  recht: (one) => {
    if (one.code === 'honours')
      return {
        ...one,
        years: [2022, 2024],
        description: `${one.description} Stopt na 2024: de vraag bleef achter.`,
      };
    if (one.code === 'mentoraat') {
      return {
        ...one,
        name: 'Mentoraat jaar 1 en 2',
        target: 'Eerste- en tweedejaars',
        weight: 28,
        additionality: 'continued',
        description: `${one.description} Vanaf 2024 ook in het tweede jaar.`,
      };
    }
    return one.code === 'docenttijd' ? { ...one, weight: 18 } : one;
  },
  // Science: programming becomes part of the practicals, the summer school stands under another theme.
  beta: (one) => {
    if (one.code === 'practica') return { ...one, weight: 44 };
    if (one.code === 'programmeren') return { ...one, years: [2022, 2026] };
    if (one.code === 'zomerschool') return { ...one, node: 'T2' };
    if (one.code === 'didactiek') return { ...one, weight: 14 };
    return one.code === 'studieadvies' ? { ...one, weight: 12 } : one;
  },
  // Humanities: part of the coaching goes to regular money, which pays for the fifth theme.
  mens: (one) => {
    if (one.code === 'coaching') return { ...one, weight: 10 };
    return one.code === 'thuis' ? { ...one, weight: 18, name: 'Thuis op de faculteit, ook in jaar 2' } : one;
  },
};

export const added: Record<string, Brief[]> = {
  beta: [
    {
      code: 'lesbezoek',
      node: 'T4',
      name: 'Lesbezoek met een onderwijskundige',
      owner: 'Vicedecaan onderwijs',
      target: 'Docenten',
      description: 'Een onderwijskundige zit achterin en bespreekt het college dezelfde week na.',
      result: 'Veertig bezoeken in 2027.',
      serves: ['A2'],
      weight: 8,
      components: developing,
      years: [2027, 2027],
    },
    {
      code: 'aansluiting',
      node: 'T5',
      name: 'Gesprek vóór de studie',
      owner: 'Coördinator instroom',
      target: 'Aankomende studenten',
      description: 'Wie zich aanmeldt, spreekt een studieadviseur over wat de opleiding vraagt.',
      result: 'In 2027 spreekt de helft van de aankomende studenten een adviseur.',
      serves: ['A6'],
      weight: 4,
      components: guiding,
      years: [2027, 2027],
    },
    {
      code: 'onderzoekstalent',
      node: 'T2',
      name: 'Een zomer in het lab',
      owner: 'Onderwijsdirecteur',
      target: 'Bachelorstudenten in jaar 2',
      description: 'Acht weken meewerken aan onderzoek, met een promovendus als begeleider.',
      result: 'Dertig studenten in 2027.',
      serves: ['A1'],
      weight: 4,
      components: guiding,
      years: [2027, 2027],
    },
  ],
};
