import { type Actor, may } from '#app/kernel/actor.ts';
import type { Reason } from '#app/kernel/rejection.ts';
import type { Block, Report } from '#app/render/report.ts';

/**
 * Publication: a version in force, as everybody may read it. Pure: who may publish, what refuses it, and what of a
 * report goes out.
 */

/** Who may make a document of this unit public, and withdraw it. */
export function canPublish(actor: Actor, { unitId }: { unitId: string | null }): boolean {
  return may(actor, 'publication.write', unitId);
}

export type LeftOut = { chapter: number; title: string; reason: string };

/** A chapter or annex of a report, by its place from 0. */
export type Chapter = { title: string; blocks: Block[]; tables: number; figures: number };

/** The chapters of a report: each begins with a heading of the first level. */
export function chaptersOf(blocks: readonly Block[]): Chapter[] {
  const chapters: Chapter[] = [];
  for (const block of blocks) {
    if (block.kind === 'heading' && block.level === 1) {
      chapters.push({ title: block.text, blocks: [], tables: 0, figures: 0 });
    }
    const chapter = chapters.at(-1);
    if (!chapter) continue;
    chapter.blocks.push(block);
    if (block.kind === 'table') chapter.tables += 1;
    if (block.kind === 'figure') chapter.figures += 1;
  }
  return chapters;
}

type Version = { status: string; inForce: boolean; number: number };

/** What refuses publishing a version, whatever is left out of it. */
export function refusals(
  version: Version,
  { inForce, kept, open }: { inForce: number | null; kept: boolean; open: boolean },
): Reason[] {
  const number = String(version.number);
  if (version.status === 'draft') return [{ code: 'publish.draft', params: { number } }];
  if (version.status !== 'adopted') return [{ code: 'publish.not-adopted', params: { number } }];
  const found: Reason[] = [];
  if (!version.inForce) {
    const code = inForce === null ? 'publish.not-in-force' : 'publish.superseded';
    found.push({ code, params: { number, other: String(inForce ?? '') } });
  }
  if (!kept) found.push({ code: 'publish.not-kept', params: { number } });
  if (open) found.push({ code: 'publish.public-already', params: { number } });
  return found;
}

/** Titles of chapters that are not for everybody, and of all that the template knows. */
export type Marked = { confidential: ReadonlySet<string>; known: ReadonlySet<string> };

/**
 * Must this chapter stay inside? What its template marks so; and, where anything is marked, a chapter that the
 * template does not know: nobody can say that it is not the marked one under an older name.
 */
export function isConfidential({ title }: Pick<Chapter, 'title'>, { confidential, known }: Marked): boolean {
  return confidential.has(title) || (confidential.size > 0 && !known.has(title));
}

/**
 * The report as it goes out: a chapter that is left out keeps its title and says why, and nothing leads to the pages
 * inside.
 * @param why the sentence in the place of a chapter
 */
export function publicReport(
  report: Report,
  {
    leftOut,
    more,
    why,
  }: { leftOut: readonly LeftOut[]; more: readonly Block[]; why: (reason: string) => string },
): Report {
  const blocks = chaptersOf(report.blocks).flatMap((chapter, place): Block[] => {
    const left = leftOut.find((one) => one.chapter === place);
    if (!left) return chapter.blocks;
    const inlines = [{ text: why(left.reason), italic: true }];
    return [chapter.blocks[0]!, { kind: 'paragraph', inlines }];
  });
  return { ...report, blocks: withoutInner([...blocks, ...more]) };
}

const isInner = (href: unknown): boolean => typeof href === 'string' && !/^(https?:|mailto:)/i.test(href);

/** The same tree without the addresses of pages inside: of cells, rows, runs of text and links within answers. */
export function withoutInner<T>(tree: T): T {
  if (Array.isArray(tree)) {
    const kept = tree.filter((one) => !(one?.type === 'link' && isInner(one.attrs?.href)));
    return kept.map(withoutInner) as T;
  }
  if (tree === null || typeof tree !== 'object') return tree;
  const entries = Object.entries(tree).filter(([key, value]) => !(key === 'href' && isInner(value)));
  return Object.fromEntries(entries.map(([key, value]) => [key, withoutInner(value)])) as T;
}

/** Which of these names of people stand in a report, as whole words. */
export function namesIn(tree: unknown, names: readonly string[]): string[] {
  const words = ` ${wordsOf(tree)
    .join(' ')
    .replaceAll(/[^\p{L}\p{N}'’-]+/gu, ' ')} `.toLowerCase();
  const full = names.filter((name) => /\S\s+\S/.test(name.trim()));
  return [...new Set(full)].filter((name) =>
    words.includes(
      ` ${name
        .replaceAll(/[^\p{L}\p{N}'’-]+/gu, ' ')
        .trim()
        .toLowerCase()} `,
    ),
  );
}

function wordsOf(tree: unknown): string[] {
  if (typeof tree === 'string') return [tree];
  if (Array.isArray(tree)) return tree.flatMap(wordsOf);
  return tree !== null && typeof tree === 'object' ? Object.values(tree).flatMap(wordsOf) : [];
}
