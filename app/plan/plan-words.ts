import type { Where } from './completeness.ts';
import { type Place, placeCode } from './place.ts';

/** What pages about plans say in the same way: names, states, and where a gap is filled. Pure. */

/** The address of a plan. */
export function planHref(plan: { scheme: string; document: string }): string {
  return `/schemes/${plan.scheme}/plans/${plan.document}`;
}

/** Where a gap of a draft is filled. */
export function gapHref(base: string, where: Where): string {
  switch (where.kind) {
    case 'section':
      return sectionHref(base, where.question, where);
    case 'measures':
      return `${base}/new-measure${where.node === null ? '' : `?node=${where.node}`}`;
    case 'measure':
      return `${base}/measures/${where.measure}`;
    case 'budget':
      return `${base}/budget${where.fund === null ? '' : `?fund=${where.fund}`}`;
    case 'requirement':
      return `${base}/requirements#requirement-${where.requirement}`;
  }
}

/** Where the answer in a place is written. */
export function sectionHref(base: string, question: string, place: Place): string {
  const code = placeCode(place);
  return `${base}/sections/${question}${code === null ? '' : `/${code}`}`;
}

/** The id of a question's place on the plan page. */
export function sectionAnchor(question: string, place: Place): string {
  const code = placeCode(place);
  return code === null ? `q-${question}` : `q-${question}-${code}`;
}

/** What an address says of the place that a remark is about: its kind and codes. */
export function remarkQuery(place: Record<string, string | null>): string {
  const given = Object.entries(place).filter((one): one is [string, string] => one[1] !== null);
  return new URLSearchParams(given).toString();
}

/** The page of a document: an allocation has screens of its own. */
export function documentHref(head: { scheme: { code: string }; code: string; stage: string | null }): string {
  const folder = head.stage === 'allocated' ? 'allocation' : 'plans';
  return `/schemes/${head.scheme.code}/${folder}/${head.code}`;
}
