import { describe, expect, test } from 'vitest';
import { everyBlock } from './fixtures/every-block.ts';
import { hostileReport } from './fixtures/hostile.ts';
import { leidenReport } from './fixtures/leiden.ts';
import { toHtml } from './html.ts';
import { en } from './render.en.ts';
import { nl } from './render.nl.ts';

const idsOf = (html: string) => [...html.matchAll(/ id="([^"]+)"/g)].map(([, id]) => id!);

describe('HTML', () => {
  test('a cell names every head above it and its row', () => {
    const html = toHtml(leidenReport, nl);
    expect(html).toContain(
      '<th id="t0-h0-0" scope="colgroup" colspan="5" class="group amount">Reeds vastgesteld</th>',
    );
    expect(html).toContain('<abbr title="gerealiseerd">R</abbr>');
    expect(html).toMatch(
      /<td headers="t0-r7 t0-h0-5 t0-h1-6 t0-h2-6" class="amount">17\.339<sup class="mark">a<\/sup><\/td>/,
    );
    expect(html).toContain('<tr class="total"><th id="t0-r7" scope="row">Totaal lasten</th>');
  });

  test('every reference of a cell to a head leads somewhere, and no id stands twice', () => {
    for (const html of [toHtml(leidenReport, nl), toHtml(everyBlock, en), toHtml(hostileReport, nl)]) {
      const ids = idsOf(html);
      expect(new Set(ids).size).toBe(ids.length);
      const asked = [...html.matchAll(/ headers="([^"]+)"/g)].flatMap(([, list]) => list!.split(' '));
      expect(asked.length).toBeGreaterThan(0);
      expect(asked.filter((id) => !ids.includes(id))).toEqual([]);
    }
  });

  test('rows under a group name the group as well; a total does not', () => {
    const html = toHtml(everyBlock, en);
    expect(html).toMatch(/<th id="t5-r0" scope="rowgroup" colspan="6">Bachelor<\/th>/);
    expect(html).toContain('headers="t5-r0 t5-r1 t5-h0-0"');
    expect(html).toContain('headers="t5-r6 t5-h0-0"');
    expect(html.match(/<tbody>/g)).toHaveLength(2);
  });

  test('text stays text, whatever it says; a script in a drawing cannot run', () => {
    const html = toHtml(hostileReport, nl, { standalone: true });
    expect(html).not.toMatch(/<script|<img src=x|javascript:/i);
    expect(html).toContain('&lt;script&gt;alert(1)&lt;/script&gt;');
    // The only attributes are ours: none was opened by a text.
    const bare = html.replace(/="[^"]*"/g, '');
    expect(bare).not.toMatch(/<[^>]+\son\w+/i);
    // biome-ignore lint/suspicious/noControlCharactersInRegex: they are what must be gone
    expect(html).not.toMatch(/[\u0000-\u0008\u000b\u000c\u000e-\u001f]/);
    expect(html.isWellFormed()).toBe(true);
  });

  test('for the app: an article without style or inline style; standalone: a whole document', () => {
    const article = toHtml(everyBlock, en);
    expect(article.startsWith('<article class="report" lang="en">')).toBe(true);
    expect(article).not.toMatch(/ style=|<style/);
    const whole = toHtml(everyBlock, en, { standalone: true });
    expect(whole).toMatch(/^<!doctype html>\n<html lang="en">/);
    expect(whole).toContain('<title>Annual report on the quality agreements</title>');
    expect(whole.match(/<h1>/g)).toHaveLength(1);
  });
});
